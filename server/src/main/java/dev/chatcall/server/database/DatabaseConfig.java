package dev.chatcall.server.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which PostgreSQL the server uses. */
public sealed interface DatabaseConfig {

    /**
     * Reads what the operator asked for.
     *
     * @param databaseUrl the value of {@code DATABASE_URL}; null or blank means the embedded PostgreSQL
     * @param dataFolder where the embedded PostgreSQL lives
     * @throws DatabaseUnavailableException if the URL is not one of a PostgreSQL
     */
    static DatabaseConfig of(@Nullable String databaseUrl, Path dataFolder) {
        return databaseUrl == null || databaseUrl.isBlank()
                ? new Embedded(dataFolder)
                : DatabaseUrl.parse(databaseUrl.strip());
    }

    /**
     * The PostgreSQL that ChatCall brings along.
     *
     * @param dataFolder the server's data folder, created if it is missing
     */
    record Embedded(Path dataFolder) implements DatabaseConfig {}

    /**
     * A PostgreSQL that somebody else runs.
     *
     * @param jdbcUrl the address as the JDBC driver wants it, without credentials
     * @param user the role, or null to leave it to the driver
     * @param password the role's password, or null where the server asks for none
     */
    record External(
            String jdbcUrl, @Nullable String user, @Nullable String password) implements DatabaseConfig {

        /** Without the password, and without the parameters, which may hold one. */
        @Override
        public String toString() {
            return "External[" + address() + "]";
        }

        /** Host, port and database for a person to read: {@code db.example.org:5432/chatcall}. */
        String address() {
            return jdbcUrl.replaceFirst("^jdbc:postgresql:(//)?", "").replaceFirst("\\?.*$", "");
        }
    }
}
