package dev.chatcall.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/**
 * The folder in which the embedded PostgreSQL keeps its data, its settings and the password of its superuser.
 *
 * <p>It is made whole or not at all, so that a first start that was killed is simply repeated. The settings are ours:
 * they are written anew at each start.
 */
final class PostgresCluster {

    /** The role that owns the cluster; ChatCall itself uses one without its rights. */
    static final String SUPERUSER = "postgres";

    /**
     * Settings of a small server that shares its machine. Everything that keeps a committed message is on.
     *
     * <p>The log holds what concerns the server as a whole and no statements or details of a failed one, which would
     * quote people's messages. So it stays small; it is rotated at each start.
     */
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 40
            password_encryption = 'scram-sha-256'

            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_level = minimal
            max_wal_senders = 0
            wal_buffers = 4MB
            max_wal_size = 512MB
            min_wal_size = 80MB
            checkpoint_timeout = 10min

            shared_buffers = 64MB
            effective_cache_size = 512MB
            work_mem = 8MB
            maintenance_work_mem = 32MB
            huge_pages = off
            io_method = sync
            max_parallel_workers_per_gather = 0
            random_page_cost = 1.1
            jit = off

            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_checkpoints = off
            """;

    private static final String ACCESS = """
            # Only from this machine, only with a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static final Duration INITDB_LIMIT = Duration.ofMinutes(5);

    private final Path home;
    private final Path programs;
    private final PostgresAccount account;
    private final String settings;

    /**
     * @param home the folder of the embedded PostgreSQL, which must exist
     * @param programs the unpacked {@link PostgresArchive}
     * @param account under which PostgreSQL runs
     * @param moreSettings lines of {@code postgresql.conf} that win over the usual ones
     */
    PostgresCluster(Path home, Path programs, PostgresAccount account, String moreSettings) {
        this.settings = SETTINGS + moreSettings;
        this.home = home;
        this.programs = programs;
        this.account = account;
    }

    Path folder() {
        return home.resolve("cluster");
    }

    PostgresAccount account() {
        return account;
    }

    /** One of PostgreSQL's programs: {@code pg_ctl}, {@code initdb}. */
    String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    /**
     * Makes the cluster if there is none yet, and brings its settings up to date.
     *
     * @return the superuser's password
     * @throws DatabaseUnavailableException if what is there was not made by this version, or lacks its password
     * @throws IOException if it cannot be written
     */
    String prepare() throws IOException {
        Path password = home.resolve("password");
        if (!Files.exists(folder())) {
            initialise(password);
        }
        requireSameVersion();
        if (!Files.exists(password)) {
            throw new DatabaseUnavailableException(
                    "The password of the database is gone: restore the file " + password + " from a backup.");
        }
        account.own(folder());
        writeSetting("postgresql.conf", settings);
        writeSetting("pg_hba.conf", ACCESS);
        return Files.readString(password).strip();
    }

    private void initialise(Path password) throws IOException {
        if (!Files.exists(password)) {
            DataFolder.writeSecret(password, newPassword() + "\n");
        }
        Path unfinished = home.resolve("cluster.new");
        Path handedOver = home.resolve("password.initdb");
        DataFolder.deleteTree(unfinished);
        DataFolder.writeSecret(handedOver, Files.readString(password));
        Files.createDirectory(unfinished);
        try {
            account.own(unfinished);
            account.own(handedOver);
            Command.Result result = Command.run(
                    account.command(
                            program("initdb"),
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + handedOver,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // Unicode's letters, the same on every system, and sorted by code point.
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--text-search-config=simple",
                            "--data-checksums"),
                    "",
                    INITDB_LIMIT);
            if (!result.succeeded()) {
                throw new DatabaseUnavailableException(
                        "The database could not be made in " + home + ": " + PostgresLog.reason(result.output()) + ".");
            }
        } finally {
            Files.delete(handedOver);
        }
        Files.move(unfinished, folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireSameVersion() throws IOException {
        String version = Files.readString(folder().resolve("PG_VERSION")).strip();
        if (!version.equals(PostgresArchive.MAJOR_VERSION)) {
            throw new DatabaseUnavailableException("The database in " + home + " was made by PostgreSQL " + version
                    + ", but this ChatCall brings PostgreSQL " + PostgresArchive.MAJOR_VERSION
                    + ": start it with the ChatCall that made it.");
        }
    }

    private void writeSetting(String name, String text) throws IOException {
        Path file = folder().resolve(name);
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        DataFolder.writeSecret(file, text);
        account.own(file);
    }

    /** 256 random bits, in letters that need no quoting. */
    static String newPassword() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
