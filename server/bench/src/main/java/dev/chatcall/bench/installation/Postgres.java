package dev.chatcall.bench.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The PostgreSQL of a {@link ServerProcess}.
 *
 * @param pid its first process, the parent of all others
 */
public record Postgres(long pid, int port, Path passwordFile) {
    private static final int PORT_LINE = 3;

    static Postgres in(Path data) {
        Path home = data.resolve("postgresql");
        try {
            List<String> lines = Files.readAllLines(home.resolve("cluster/postmaster.pid"));
            return new Postgres(
                    Long.parseLong(lines.getFirst().strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()),
                    home.resolve("password"));
        } catch (IOException e) {
            throw new BenchFailure("The server's PostgreSQL does not run.", e);
        }
    }

    /** To the server's database, with all rights. */
    Connection connect() throws SQLException {
        try {
            String password = Files.readString(passwordFile).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/chatcall", "postgres", password);
        } catch (IOException e) {
            throw new BenchFailure("The password of the server's PostgreSQL cannot be read.", e);
        }
    }
}
