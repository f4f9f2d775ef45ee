package dev.chatcall.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {

    @TempDir
    Path cluster;

    @Test
    void no_file_means_no_server() throws IOException {
        assertThat(PidFile.read(cluster)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12\n", "nonsense\n/data\n", "99999999999999999999999\n/data\n"})
    void a_file_that_is_not_written_yet_means_no_server(String text) throws IOException {
        Files.writeString(PidFile.in(cluster), text);

        assertThat(PidFile.read(cluster)).isEmpty();
    }

    @Test
    void a_server_that_starts_is_not_ready() throws IOException {
        Files.writeString(PidFile.in(cluster), "12\n/data\n1700000000\n5433\n\n127.0.0.1\n  1 2\nstarting\n");

        assertThat(PidFile.read(cluster)).contains(new PidFile(12, Path.of("/data"), 5433, false));
    }

    @Test
    void a_server_that_has_started_is_ready() throws IOException {
        Files.writeString(PidFile.in(cluster), "12\n/data\n1700000000\n5433\n\n127.0.0.1\n  1 2\nready   \n");

        assertThat(PidFile.read(cluster)).contains(new PidFile(12, Path.of("/data"), 5433, true));
    }

    @Test
    void a_process_that_is_no_postgresql_is_not_taken_for_one() throws IOException {
        assertThat(new PidFile(ProcessHandle.current().pid(), cluster, 5433, true).isAlive(cluster))
                .isFalse();
    }
}
