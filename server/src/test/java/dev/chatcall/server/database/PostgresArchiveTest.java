package dev.chatcall.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresArchiveTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, /postgres-linux-x86_64.txz",
        "Linux, aarch64, /postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, /postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, /postgres-darwin-arm_64.txz",
        "Windows 11, amd64, /postgres-windows-x86_64.txz",
    })
    void there_is_an_archive_for_each_system(String os, String processor, String name) {
        assertThat(PostgresArchive.resourceName(os, processor)).isEqualTo(name);
        assertThat(PostgresArchive.class.getResource(name)).isNotNull();
    }

    @Test
    void it_is_unpacked_whole_and_once(@TempDir Path home) throws IOException {
        Path halfDone = Files.createDirectories(home.resolve("unpacking").resolve("bin"));
        Files.writeString(halfDone.resolve("postgres"), "half of it");
        Path older = Files.createDirectories(home.resolve("17.1.0"));

        Path programs = PostgresArchive.unpackInto(home);

        assertThat(version(programs))
                .isEqualTo("postgres (PostgreSQL) " + PostgresArchive.VERSION.replaceFirst("\\.0$", ""));
        assertThat(programs.resolve("share/postgresql/extension/unaccent.control"))
                .exists();
        assertThat(programs.resolve("share/postgresql/extension/pg_trgm.control"))
                .exists();
        assertThat(home.resolve("unpacking")).doesNotExist();
        assertThat(older).doesNotExist();
        Files.delete(programs.resolve("bin").resolve("postgres"));
        assertThat(PostgresArchive.unpackInto(home)).isEqualTo(programs);
        assertThat(programs.resolve("bin").resolve("postgres")).doesNotExist();
    }

    private static String version(Path programs) throws IOException {
        return Command.run(
                        List.of(programs.resolve("bin").resolve("postgres").toString(), "--version"),
                        "",
                        Duration.ofSeconds(10))
                .output()
                .strip();
    }
}
