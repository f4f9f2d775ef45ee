package dev.chatcall.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.jooq.Record;
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
    void a_killed_postmaster_whose_children_still_end_does_not_keep_the_next_from_starting() throws Exception {
        try (WritingProcess server = WritingProcess.start(data)) {
            long seen = server.awaitNumbers(SOME);
            long said = server.kill(seen);
            ProcessHandle.of(PidFile.read(cluster()).orElseThrow().pid())
                    .orElseThrow()
                    .destroyForcibly();

            assertEverythingIsThere(said);
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
