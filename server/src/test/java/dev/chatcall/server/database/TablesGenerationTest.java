package dev.chatcall.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesGenerationTest {

    private static final Path PACKAGE = Path.of("dev", "chatcall", "server", "database", "generated");

    @Test
    void the_committed_code_describes_the_tables_that_the_migrations_make(@TempDir Path fresh) throws Exception {
        TablesGeneration.generateInto(fresh);

        assertThat(sources(Path.of("src", "main", "java").resolve(PACKAGE)))
                .as("run: mvn -pl server -am compile -Pgenerate-jooq")
                .isEqualTo(sources(fresh.resolve(PACKAGE)));
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
