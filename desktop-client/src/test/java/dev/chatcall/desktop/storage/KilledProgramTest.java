package dev.chatcall.desktop.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.loop.ThreadLoop;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that writes messages is killed in the middle of it: everything that it was told is kept is there. */
class KilledProgramTest {
    private static final UUID TALK = new UUID(1, 1);
    private static final int KILLS = 4;
    private static final String NATIVE = "native";

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        Set<UUID> acknowledged = new HashSet<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            acknowledged.addAll(writeAndKill(40 * kill));
            assertThat(kept()).containsAll(acknowledged).doesNotHaveDuplicates();
        }
        try (var left = Files.list(folder.resolve(NATIVE))) {
            // What the last one left, and none of those before it.
            assertThat(left.filter(file -> !file.toString().endsWith(".lck"))).hasSize(1);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(40 * KILLS);
    }

    /** What the program adds without an end, saying each when it is acknowledged. */
    static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        SqliteLibrary.unpackInto(folder.resolve(NATIVE));
        ThreadLoop loop = new ThreadLoop(Clock.systemUTC());
        try (SqliteStorage storage = storage(loop, folder)) {
            AccountStorage account = storage.open(Samples.ME).get();
            for (int i = 0; ; i++) {
                UUID id = UUID.randomUUID();
                account.snapshots().keep(Samples.change(Samples.conversation(TALK, 1, i % 50 + 1)));
                account.add(TALK, id, Samples.text("message " + i), i).get();
                System.out.println(id);
            }
        }
    }

    private List<UUID> writeAndKill(int after) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProgramTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<UUID> said = new ArrayList<>();
        try (BufferedReader lines = program.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // The last line may be half a one.
                if (line.length() == 36) {
                    said.add(UUID.fromString(line));
                }
                if (said.size() == after) {
                    // By its handle: that leaves open what it said last.
                    program.toHandle().destroyForcibly();
                }
            }
        } finally {
            program.destroyForcibly();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(said).hasSizeGreaterThanOrEqualTo(after);
        return said;
    }

    private List<UUID> kept() throws Exception {
        try (ThreadLoop loop = new ThreadLoop(Clock.systemUTC());
                SqliteStorage storage = storage(loop, folder)) {
            AccountStorage account = storage.open(Samples.ME).get(20, TimeUnit.SECONDS);
            assertThat(account.durable()).isTrue();
            return account.records().get(20, TimeUnit.SECONDS).stream()
                    .map(OutboxRecord::id)
                    .collect(Collectors.toList());
        }
    }

    private static SqliteStorage storage(ThreadLoop loop, Path folder) {
        return new SqliteStorage(loop, Json.mapper(), id -> folder.resolve(id.toString()));
    }
}
