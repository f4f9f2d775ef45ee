package dev.chatcall.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes are killed while they write; whatever they had said to be committed must be there afterwards. */
@Timeout(120)
class CrashTest {

    private static final int SOME = 200;

    @TempDir
    Path data;

    @BeforeEach
    void spareTheUnpacking() {
        TestDatabase.lendPrograms(data);
    }

    @AfterEach
    void leaveNothingRunning() {
        EmbeddedPostgres.start(data).close();
    }

    @Test
    void a_killed_server_leaves_a_postgresql_that_the_next_start_replaces() throws Exception {
        try (WritingProcess server = WritingProcess.start(data)) {
            long seen = server.awaitNumbers(SOME);
            PidFile orphan = PidFile.read(cluster()).orElseThrow();
            long said = server.kill(seen);
            assertThat(orphan.isAlive(cluster())).isTrue();

            assertEverythingIsThere(said);

            assertThat(orphan.isAlive(cluster())).isFalse();
        }
    }

    @Test
    void everything_killed_at_once_recovers_at_the_next_start() throws Exception {
        try (WritingProcess server = WritingProcess.start(data)) {
            long seen = server.awaitNumbers(SOME);
            ProcessHandle postgres = ProcessHandle.of(
                            PidFile.read(cluster()).orElseThrow().pid())
                    .orElseThrow();
            postgres.children().forEach(ProcessHandle::destroyForcibly);
            postgres.destroyForcibly();

            assertEverythingIsThere(server.kill(seen));
        }
    }

    @Test
    void a_postgresql_that_dies_under_a_running_server_comes_back_with_all_that_was_committed() throws Exception {
        try (Database database = Database.open(new DatabaseConfig.Embedded(data))) {
            database.dsl().execute("CREATE TABLE kept (n int)");
            database.dsl().execute("INSERT INTO kept VALUES (42)");
            ProcessHandle killed = ProcessHandle.of(
                            PidFile.read(cluster()).orElseThrow().pid())
                    .orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();

            assertThat(awaitAnswer(database)).isEqualTo(42);
        }
    }

    /** Statements fail until it is back; the test's time limit ends the wait. */
    private static int awaitAnswer(Database database) {
        while (true) {
            try {
                return database.dsl().fetchSingle("SELECT n FROM kept").get(0, Integer.class);
            } catch (DataAccessException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void a_killed_postmaster_whose_children_are_still_at_work_is_not_replaced_before_they_end() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(data);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                Connection busy = killed.connectAsSuperuser();
                Statement statement = busy.createStatement()) {
            executor.submit(() -> statement.execute("SELECT count(*) FROM generate_series(1, 10_000_000)"));
            awaitWork(killed);
            ProcessHandle.of(PidFile.read(cluster()).orElseThrow().pid())
                    .orElseThrow()
                    .destroyForcibly();
            killed.close();

            EmbeddedPostgres.start(data).close();

            assertThat(cluster().resolve("server.log")).content().contains("is still in use");
        }
    }

    private static void awaitWork(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            boolean working = false;
            while (!working) {
                try (ResultSet rows = statement.executeQuery(
                        "SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%generate\\_series(1%'"
                                + " AND pid <> pg_backend_pid()")) {
                    working = rows.next();
                }
            }
        }
    }

    @Test
    void it_may_be_killed_again_and_again() throws Exception {
        long said = 0;
        for (int i = 0; i < 3; i++) {
            try (WritingProcess server = WritingProcess.start(data)) {
                long seen = server.awaitNumbers(1);
                assertThat(seen).isGreaterThan(said);
                said = server.kill(seen);
            }
        }
        assertEverythingIsThere(said);
    }

    @Test
    void a_second_server_is_refused_while_the_first_one_runs() throws Exception {
        try (WritingProcess server = WritingProcess.start(data)) {
            server.awaitNumbers(1);

            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageStartingWith("Another ChatCall is already running");

            server.awaitNumbers(SOME);
            server.kill(0);
            EmbeddedPostgres.start(data).close();
        }
    }

    /** Every number up to the last one said, and none twice; one more may have been committed but not yet said. */
    private void assertEverythingIsThere(long said) throws IOException {
        try (Database database = Database.open(new DatabaseConfig.Embedded(data))) {
            Record written = database.dsl().fetchOne("SELECT count(*), max(number) FROM written");
            assertThat(written.get(0, Long.class)).isBetween(said, said + 1);
            assertThat(written.get(1, Long.class)).isEqualTo(written.get(0, Long.class));
        }
        assertThat(PidFile.in(cluster())).doesNotExist();
    }

    private Path cluster() {
        return data.resolve("postgresql").resolve("cluster");
    }
}
