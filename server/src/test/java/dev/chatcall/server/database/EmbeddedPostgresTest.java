package dev.chatcall.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests share a data folder; each finds PostgreSQL stopped in it and leaves it so. */
class EmbeddedPostgresTest {

    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void spareTheUnpacking() {
        data = folder.resolve("data");
        TestDatabase.lendPrograms(data);
    }

    @Test
    void what_was_stored_is_there_after_a_restart() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            execute(postgres, "CREATE TABLE kept AS SELECT 'still here' AS text");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(postgres, "SELECT text FROM kept")).isEqualTo("still here");
        }
        assertThat(PidFile.in(cluster())).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8",
        "log_error_verbosity, terse",
        "log_min_error_statement, panic"
    })
    void it_is_set_up_to_keep_data_and_secrets(String setting, String value) throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(postgres.connectAsSuperuser(), "SHOW " + setting)).isEqualTo(value);
        }
    }

    @Test
    void letters_of_all_languages_are_compared_without_case_and_accents() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            execute(postgres, "CREATE EXTENSION IF NOT EXISTS unaccent");
            execute(postgres, "CREATE EXTENSION IF NOT EXISTS pg_trgm");
            assertThat(query(postgres, "SELECT lower('ÄÖÉŁΣЖ') || unaccent('äöéł')"))
                    .isEqualTo("äöéłσжaoel");
        }
    }

    @Test
    void chatcall_has_no_rights_beyond_its_database() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(
                            postgres,
                            "SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles"
                                    + " WHERE rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            String url = postgres.address().jdbcUrl();
            assertThatThrownBy(() -> DriverManager.getConnection(url, "chatcall", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgresql/password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cluster())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_second_one_in_the_same_folder_is_refused_and_the_first_unharmed() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessage("Another ChatCall is already running with the data folder " + data + ".");
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void closing_twice_is_fine() {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        postgres.close();
        postgres.close();

        assertThat(PidFile.in(cluster())).doesNotExist();
    }

    @Test
    void a_pid_file_that_names_somebody_elses_process_does_not_keep_it_from_starting() throws Exception {
        EmbeddedPostgres.start(data).close();
        Files.writeString(
                PidFile.in(cluster()),
                ProcessHandle.current().pid() + "\n" + cluster() + "\n1700000000\n5433\n\n127.0.0.1\n\nready\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_first_start_that_was_killed_is_done_again(@TempDir Path other) throws Exception {
        Path home = other.resolve("postgresql");
        TestDatabase.lendPrograms(other);
        Files.createDirectories(home.resolve("cluster.new").resolve("base"));
        Files.writeString(home.resolve("password.initdb"), "half of");
        Files.writeString(home.resolve("password"), "chosen-by-the-first-try\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(other)) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
        assertThat(home)
                .isDirectoryNotContaining(file -> file.getFileName().toString().matches(".*(new|initdb)"));
    }

    @Test
    void data_of_another_major_version_is_refused_and_kept() throws IOException {
        EmbeddedPostgres.start(data).close();
        Path version = cluster().resolve("PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("was made by PostgreSQL 17, but this ChatCall brings PostgreSQL 18");

        Files.writeString(version, "18\n");
        EmbeddedPostgres.start(data).close();
    }

    @Test
    void a_lost_password_is_said_so() throws IOException {
        EmbeddedPostgres.start(data).close();
        Path password = data.resolve("postgresql").resolve("password");
        Path elsewhere = Files.move(password, folder.resolve("elsewhere"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("restore the file " + password);

        Files.move(elsewhere, password);
        EmbeddedPostgres.start(data).close();
    }

    @Test
    void the_reason_why_it_does_not_start_is_said_and_the_folder_free_again() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(data, "shared_buffers = none\n"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("The embedded PostgreSQL does not start: ")
                .hasMessageContaining("server.log");

        EmbeddedPostgres.start(data).close();
    }

    @Test
    void a_folder_that_cannot_be_made_is_said_so() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> EmbeddedPostgres.start(file))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("The data folder " + file + " cannot be written (");
        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("below")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("The data folder " + file.resolve("below") + " cannot be written (");
    }

    private static Path cluster() {
        return data.resolve("postgresql").resolve("cluster");
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        return query(connect(postgres), sql);
    }

    private static String query(Connection open, String sql) throws SQLException {
        try (Connection connection = open;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        DatabaseConfig.External address = postgres.address();
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
