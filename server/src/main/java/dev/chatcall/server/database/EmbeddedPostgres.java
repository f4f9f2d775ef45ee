package dev.chatcall.server.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that ChatCall brings along, running on one data folder, reachable from this machine only.
 *
 * <p>In the data folder, {@code postgresql/} holds the unpacked programs, the cluster and the superuser's password. The
 * role that ChatCall uses owns its database and nothing else; its password is made anew at each start and is not
 * stored.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** The name of ChatCall's database and of the role that owns it. */
    private static final String CHATCALL = "chatcall";

    private final DataFolderLock lock;
    private final PostgresProcess process;
    private final int port;
    private final String superuserPassword;
    private final String password = PostgresCluster.newPassword();
    private boolean closed;

    private EmbeddedPostgres(DataFolderLock lock, PostgresProcess process, int port, String superuserPassword) {
        this.lock = lock;
        this.process = process;
        this.port = port;
        this.superuserPassword = superuserPassword;
    }

    /**
     * Starts PostgreSQL on a data folder, making what is not there yet. Takes seconds the first time and a fraction of
     * one after that, more if it has to recover.
     *
     * @param dataFolder created if it is missing
     * @throws DatabaseUnavailableException if it cannot be started, or another ChatCall uses the folder
     */
    public static EmbeddedPostgres start(Path dataFolder) {
        return start(dataFolder, "");
    }

    /**
     * As {@link #start(Path)}, with other settings.
     *
     * @param moreSettings lines of {@code postgresql.conf} that win over the usual ones
     */
    static EmbeddedPostgres start(Path dataFolder, String moreSettings) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        Path home = folder.resolve("postgresql");
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw DataFolder.notWritable(folder, e);
        }
        DataFolderLock lock = DataFolderLock.acquire(folder);
        try {
            return start(home, lock, moreSettings);
        } catch (FileSystemException e) {
            lock.close();
            throw DataFolder.notWritable(folder, e);
        } catch (IOException e) {
            lock.close();
            throw new DatabaseUnavailableException("The embedded PostgreSQL cannot be run: " + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path home, DataFolderLock lock, String moreSettings) throws IOException {
        PostgresAccount account = PostgresAccount.forFolder(home);
        PostgresCluster cluster = new PostgresCluster(home, PostgresArchive.unpackInto(home), account, moreSettings);
        String superuserPassword = cluster.prepare();
        PostgresProcess process = new PostgresProcess(cluster);
        process.stop();
        int port = process.start();
        EmbeddedPostgres postgres = new EmbeddedPostgres(lock, process, port, superuserPassword);
        try {
            postgres.admit();
        } catch (SQLException e) {
            process.stop();
            throw new DatabaseUnavailableException(
                    "The embedded PostgreSQL has started but refuses ChatCall: " + e.getMessage() + ".", e);
        }
        log.info("PostgreSQL {} listens at 127.0.0.1:{}", PostgresArchive.VERSION, port);
        postgres.watch();
        return postgres;
    }

    /** A PostgreSQL that ends without being told to is started again; until then statements fail and are repeated. */
    private void watch() throws IOException {
        process.handle()
                .ifPresent(running -> running.onExit()
                        .thenRun(() ->
                                Thread.ofVirtual().name("postgresql-again").start(this::startAgain)));
    }

    private synchronized void startAgain() {
        if (closed) {
            return;
        }
        log.warn("PostgreSQL has ended by itself; it is started again");
        try {
            process.startAgain(port);
            watch();
        } catch (IOException | DatabaseUnavailableException e) {
            log.error("PostgreSQL could not be started again", e);
        }
    }

    /** Makes role and database if they are missing and gives the role the password of this start. */
    private void admit() throws SQLException {
        try (Connection connection = connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            boolean known = exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + CHATCALL + "'");
            statement.execute(
                    (known ? "ALTER" : "CREATE") + " ROLE " + CHATCALL + " LOGIN PASSWORD '" + password + "'");
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + CHATCALL + "'")) {
                statement.execute("CREATE DATABASE " + CHATCALL + " OWNER " + CHATCALL);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** A connection with all rights, to the cluster's maintenance database. */
    Connection connectAsSuperuser() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), PostgresCluster.SUPERUSER, superuserPassword);
    }

    /** How to connect to ChatCall's database. */
    DatabaseConfig.External address() {
        return address(CHATCALL);
    }

    /** How to connect to one of the cluster's databases as the role that ChatCall uses. */
    DatabaseConfig.External address(String database) {
        return new DatabaseConfig.External(jdbcUrl(database), CHATCALL, password);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Stops PostgreSQL in order and gives the data folder free. Doing it twice is fine. */
    @Override
    public synchronized void close() {
        closed = true;
        try (lock) {
            process.stop();
        } catch (IOException e) {
            log.error("PostgreSQL could not be stopped", e);
        }
    }
}
