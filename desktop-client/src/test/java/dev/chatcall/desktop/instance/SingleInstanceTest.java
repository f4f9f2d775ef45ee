package dev.chatcall.desktop.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.account.DataFolder;
import dev.chatcall.desktop.instance.SingleInstance.Start;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    private static final String LINK = "chatcall://localhost:8080/c/01890a5d-ac96-774b-bcce-b302099a8057";

    @TempDir
    private Path path;

    @Test
    void aSecondStartHandsOverItsArgumentsAndEnds() throws Exception {
        DataFolder folder = new DataFolder(path).create();
        BlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();
        try (SingleInstance first = first(folder)) {
            first.onStart(heard::add);
            try (Program second = new Program(path, LINK, "again")) {
                assertThat(second.says()).isEqualTo("HandedOver");
                assertThat(second.end()).isZero();
            }
            assertThat(heard.poll(20, TimeUnit.SECONDS)).containsExactly(LINK, "again");
            assertThat(SingleInstance.begin(folder, List.of("größe"))).isInstanceOf(Start.HandedOver.class);
            assertThat(heard.poll(20, TimeUnit.SECONDS)).containsExactly("größe");
            assertThat(SingleInstance.begin(folder, List.of())).isInstanceOf(Start.HandedOver.class);
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void whatIsHandedOverBeforeAnybodyListensWaits() throws Exception {
        DataFolder folder = new DataFolder(path).create();
        BlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();
        try (SingleInstance first = first(folder)) {
            assertThat(SingleInstance.begin(folder, List.of(LINK))).isInstanceOf(Start.HandedOver.class);
            first.onStart(heard::add);
            assertThat(heard.poll(20, TimeUnit.SECONDS)).containsExactly(LINK);
        }
    }

    @Test
    void whatAKilledProgramLeavesStopsNobody() throws Exception {
        try (Program killed = new Program(path)) {
            assertThat(killed.says()).isEqualTo("First");
            killed.kill();
        }
        assertThat(path.resolve("socket")).exists();
        try (SingleInstance next = first(new DataFolder(path))) {
            assertThat(SingleInstance.begin(new DataFolder(path), List.of())).isInstanceOf(Start.HandedOver.class);
        }
        assertThat(path.resolve("socket")).doesNotExist();
    }

    @Test
    void afterTheEndTheNextIsTheFirst() throws Exception {
        DataFolder folder = new DataFolder(path).create();
        first(folder).close();
        first(folder).close();
    }

    @Test
    void aProgramThatDoesNotAnswerIsToldFromOneThatDoes() throws Exception {
        DataFolder folder = new DataFolder(path).create();
        try (SingleInstance first = first(folder)) {
            Files.delete(path.resolve("socket.path"));
            assertThat(SingleInstance.begin(folder, List.of(), Duration.ofMillis(100)))
                    .isInstanceOf(Start.Unanswered.class);
        }
    }

    @Test
    void aFolderFarDownHasItsDoorElsewhere() throws Exception {
        DataFolder folder = new DataFolder(path.resolve("d".repeat(120))).create();
        try (SingleInstance first = first(folder)) {
            assertThat(SingleInstance.begin(folder, List.of())).isInstanceOf(Start.HandedOver.class);
        }
        Path door = Path.of(Files.readString(folder.file("socket.path")));
        assertThat(door.getParent()).doesNotExist();
    }

    private static SingleInstance first(DataFolder folder) throws Exception {
        Start start = SingleInstance.begin(folder, List.of());
        assertThat(start).isInstanceOf(Start.First.class);
        return ((Start.First) start).instance();
    }

    /** Says what its start turned out to be; the first stays until it is killed. */
    static void main(String[] arguments) throws Exception {
        List<String> all = List.of(arguments);
        Start start = SingleInstance.begin(new DataFolder(Path.of(all.getFirst())), all.subList(1, all.size()));
        System.out.println(start.getClass().getSimpleName());
        if (start instanceof Start.First) {
            Thread.currentThread().join();
        }
    }

    private static final class Program implements AutoCloseable {
        private final Process process;
        private final BufferedReader output;

        private Program(Path folder, String... arguments) throws Exception {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    SingleInstanceTest.class.getName(),
                    folder.toString());
            builder.command().addAll(List.of(arguments));
            process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            output = process.inputReader();
        }

        private String says() throws Exception {
            return output.readLine();
        }

        private int end() throws Exception {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        private void kill() throws Exception {
            process.toHandle().destroyForcibly();
            end();
        }

        @Override
        public void close() throws Exception {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            output.close();
        }
    }
}
