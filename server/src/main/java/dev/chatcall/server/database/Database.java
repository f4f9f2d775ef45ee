package dev.chatcall.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The server's database, open: migrated to what this version expects and behind a bounded pool of connections.
 *
 * <p>Virtual threads may queue for a connection in any number; whoever waits longer than five seconds gets an error.
 */
public final class Database implements AutoCloseable {

    /** Enough to keep two cores and a disk busy; more would only queue inside PostgreSQL. */
    private static final int CONNECTIONS = 10;

    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

    private static final int ANSWER_SECONDS = 2;

    private final @Nullable EmbeddedPostgres embedded;
    private final HikariDataSource pool;
    private final DSLContext dsl;

    private Database(@Nullable EmbeddedPostgres embedded, HikariDataSource pool) {
        this.embedded = embedded;
        this.pool = pool;
        this.dsl = DSL.using(pool, SQLDialect.POSTGRES, new Settings().withRenderSchema(false));
    }

    /**
     * Opens the database, starting the embedded PostgreSQL if that is what is configured, and migrates it.
     *
     * @throws DatabaseUnavailableException if any of that fails; nothing is left running then
     */
    public static Database open(DatabaseConfig config) {
        return switch (config) {
            case DatabaseConfig.External external -> open(null, external);
            case DatabaseConfig.Embedded(var dataFolder) -> {
                EmbeddedPostgres embedded = EmbeddedPostgres.start(dataFolder);
                try {
                    yield open(embedded, embedded.address());
                } catch (RuntimeException e) {
                    embedded.close();
                    throw e;
                }
            }
        };
    }

    private static Database open(@Nullable EmbeddedPostgres embedded, DatabaseConfig.External address) {
        HikariDataSource pool = connect(address);
        try {
            migrate(pool);
            return new Database(embedded, pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource connect(DatabaseConfig.External address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        config.addDataSourceProperty("ApplicationName", "chatcall");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw ConnectionFailure.explain(address, e);
        }
    }

    /** Refuses a database that a newer ChatCall has migrated, instead of running on tables that it does not know. */
    static void migrate(DataSource dataSource) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .validateMigrationNaming(true)
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new DatabaseUnavailableException(
                    "The database was made by another version of ChatCall, probably a newer one: start that one.", e);
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException(
                    "The tables could not be brought up to date: " + firstLine(e) + ".", e);
        }
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** For statements and transactions. Safe for use by many threads. */
    public DSLContext dsl() {
        return dsl;
    }

    /** The pool beneath {@link #dsl()}. */
    public DataSource dataSource() {
        return pool;
    }

    /** Counts and times the use of connections from now on; to be asked for once. */
    public void measure(MeterRegistry registry) {
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
    }

    /** Whether it answers now; may wait some seconds to find out. */
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    /** Closes all connections, and stops the embedded PostgreSQL in order. */
    @Override
    public void close() {
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
