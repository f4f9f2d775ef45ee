package dev.chatcall.server.database;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why there is no connection to somebody else's PostgreSQL. */
final class ConnectionFailure {

    private ConnectionFailure() {}

    /**
     * @param address what could not be reached
     * @param failure what the driver or the pool threw
     */
    static DatabaseUnavailableException explain(DatabaseConfig.External address, Throwable failure) {
        SQLException sql = find(SQLException.class, failure);
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        String sentence = switch (state) {
            case "28P01", "28000" -> "The PostgreSQL at %s refuses the user name or the password in DATABASE_URL.";
            case "3D000" -> "The PostgreSQL at %s has no such database: create it first.";
            case "53300" -> "The PostgreSQL at %s has no connection left.";
            case "57P03" -> "The PostgreSQL at %s is starting or stopping: try again in a moment.";
            default -> unreached(sql, failure);
        };
        return new DatabaseUnavailableException(sentence.replace("%s", address.address()), failure);
    }

    private static String unreached(@Nullable SQLException sql, Throwable failure) {
        if (find(UnknownHostException.class, failure) != null) {
            return "The host in DATABASE_URL is not known: %s.";
        }
        if (find(SocketException.class, failure) != null || find(SocketTimeoutException.class, failure) != null) {
            return "No PostgreSQL answers at %s (DATABASE_URL).";
        }
        return "There is no connection to the PostgreSQL at %s: " + reason(sql == null ? failure : sql) + ".";
    }

    private static String reason(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .strip()
                .lines()
                .findFirst()
                .orElse("no reason given")
                .replaceFirst("[.]+$", "");
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
