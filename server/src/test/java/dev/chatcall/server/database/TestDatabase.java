package dev.chatcall.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A database of a test's own, with all tables and nothing in them, on a real PostgreSQL that all tests of the JVM share.
 * Making one takes some 50 ms.
 *
 * <pre>{@code
 * @AutoClose
 * static final TestDatabase database = TestDatabase.create();
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {

    private final String name;
    private final DatabaseConfig.External config;
    private @Nullable Database database;

    private TestDatabase(String name, DatabaseConfig.External config) {
        this.name = name;
        this.config = config;
    }

    /** Makes a database with all tables. */
    public static TestDatabase create() {
        String name = newName();
        return new TestDatabase(name, TestPostgres.shared().create(name));
    }

    /** Makes a database that has not been migrated. */
    public static TestDatabase createEmpty() {
        String name = newName();
        return new TestDatabase(name, TestPostgres.shared().createEmpty(name));
    }

    /**
     * Spares a data folder the unpacking of PostgreSQL, which takes seconds: for tests that start a server with an
     * embedded database of its own.
     *
     * @param dataFolder made if it is missing; must not have been used yet
     */
    public static void lendPrograms(Path dataFolder) {
        try {
            TestPostgres.shared().lendPrograms(dataFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newName() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** How a server under test reaches this database, as if somebody else ran it. */
    public DatabaseConfig.External config() {
        return config;
    }

    /** The same as the value of {@code DATABASE_URL}, for a server in a process of its own. */
    public String url() {
        return config.jdbcUrl()
                .replaceFirst("^jdbc:postgresql://", "postgres://" + config.user() + ":" + config.password() + "@");
    }

    /** The database, open. Closed with this. */
    public synchronized Database database() {
        if (database == null) {
            database = Database.open(config);
        }
        return database;
    }

    /** Short for {@code database().dsl()}. */
    public DSLContext dsl() {
        return database().dsl();
    }

    /** Deletes the database, also from under those who still use it. */
    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
        }
        TestPostgres.shared().drop(name);
    }
}
