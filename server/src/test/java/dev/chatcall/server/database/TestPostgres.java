package dev.chatcall.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One embedded PostgreSQL for all tests of a JVM, with a migrated database that {@link TestDatabase} copies.
 *
 * <p>Its folder stays in {@code target} so that the next run need not unpack it again. It ends with the JVM, however
 * that ends: a shell waits for its end at the other side of a pipe.
 */
final class TestPostgres {

    /** Tests trust the operating system to stay up, and open many pools side by side. */
    private static final String SETTINGS = """
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            max_connections = 200
            """;

    private static final String TEMPLATE = "migrated_template";

    private final EmbeddedPostgres server;
    private final Path dataFolder;

    private TestPostgres(EmbeddedPostgres server, Path dataFolder) {
        this.server = server;
        this.dataFolder = dataFolder;
    }

    /** The server of this JVM, started by the first who asks. */
    static TestPostgres shared() {
        return Shared.INSTANCE;
    }

    private static final class Shared {
        private static final TestPostgres INSTANCE = start(1);
    }

    /** Another JVM that runs tests of this module holds its folder; then the next one is taken. */
    private static TestPostgres start(int number) {
        Path dataFolder = Path.of("target", "test-postgres-" + number).toAbsolutePath();
        try {
            TestPostgres postgres = new TestPostgres(EmbeddedPostgres.start(dataFolder, SETTINGS), dataFolder);
            endWithThisProcess(dataFolder.resolve("postgresql", "cluster"));
            postgres.dropLeftovers();
            postgres.migrateTemplate();
            return postgres;
        } catch (DatabaseUnavailableException e) {
            if (number < 10 && String.valueOf(e.getMessage()).startsWith("Another ChatCall")) {
                return start(number + 1);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void endWithThisProcess(Path cluster) throws IOException {
        long pid = PidFile.read(cluster).orElseThrow().pid();
        new ProcessBuilder("sh", "-c", "trap '' INT TERM HUP; cat >/dev/null; kill -INT " + pid)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void dropLeftovers() throws SQLException {
        try (Connection connection = server.connectAsSuperuser();
                Statement query = connection.createStatement();
                Statement drop = connection.createStatement();
                var names = query.executeQuery(
                        "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%' OR datname = '" + TEMPLATE
                                + "'")) {
            while (names.next()) {
                drop.execute("DROP DATABASE " + names.getString(1) + " WITH (FORCE)");
            }
        }
    }

    private void migrateTemplate() {
        execute("CREATE DATABASE " + TEMPLATE + " OWNER chatcall");
        DatabaseConfig.External address = server.address(TEMPLATE);
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(address.jdbcUrl());
        dataSource.setUser(address.user());
        dataSource.setPassword(address.password());
        Database.migrate(dataSource);
    }

    /** Makes a database with all tables and returns how to connect to it. */
    DatabaseConfig.External create(String name) {
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER chatcall");
        return server.address(name);
    }

    /** Makes a database without tables and returns how to connect to it. */
    DatabaseConfig.External createEmpty(String name) {
        execute("CREATE DATABASE " + name + " OWNER chatcall");
        return server.address(name);
    }

    void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /** Puts the unpacked programs into a data folder, so that a test of its own server need not wait for unpacking. */
    void lendPrograms(Path toDataFolder) throws IOException {
        Path home = Files.createDirectories(toDataFolder.resolve("postgresql"));
        Files.createSymbolicLink(
                home.resolve(PostgresArchive.VERSION), dataFolder.resolve("postgresql", PostgresArchive.VERSION));
    }

    private void execute(String sql) {
        try (Connection connection = server.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
