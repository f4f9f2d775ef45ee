package dev.chatcall.desktop.bench;

import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.media.webrtc.TestEngines;
import dev.chatcall.desktop.testing.Awaiting;
import dev.chatcall.desktop.testing.TestDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Measures the packaged program against a server of its own, on a screen that nobody sees, and prints what it found. */
@Command(
        name = "./chatcall bench desktop",
        description = "Measures the desktop program as the packages hold it.",
        mixinStandardHelpOptions = true)
final class DesktopBench implements Callable<Integer> {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int LOOK_EVERY_MS = 2;
    /** Long enough for what tidies up once nobody does anything. */
    private static final Duration IDLE = Duration.ofSeconds(40);

    private static final Duration VIDEO_BEGINS = Duration.ofSeconds(10);
    private static final Duration VIDEO = Duration.ofSeconds(20);
    private static final int VIDEO_WIDTH = 1280;
    private static final int VIDEO_HEIGHT = 720;
    private static final int VIDEO_RATE = 30;

    @Option(names = "--image", required = true, hidden = true, description = "The image of the program.")
    Path image;

    @Option(names = "--driver", required = true, hidden = true, description = "A jar with the driver.")
    Path driver;

    @Option(
            names = "--only",
            split = ",",
            description = "Of: start, history, video. Everything by default.",
            defaultValue = "start,history,video")
    Set<String> only;

    @Option(names = "--starts", description = "How often it is started (${DEFAULT-VALUE}).", defaultValue = "7")
    int starts;

    @Option(names = "--messages", description = "In the conversation (${DEFAULT-VALUE}).", defaultValue = "10000")
    int messages;

    @Option(names = "--scroll", description = "Pixels a frame (${DEFAULT-VALUE}).", defaultValue = "100")
    int pixels;

    private VirtualScreen screen;
    private Image program;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DesktopBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        program = new Image(image, driver);
        System.out.printf(
                "%d cores, load %.1f%n",
                Runtime.getRuntime().availableProcessors(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
        Path data = Files.createTempDirectory("chatcall-bench");
        try (VirtualScreen shown = VirtualScreen.open()) {
            screen = shown;
            if (only.contains("start")) {
                start("first window, asks for a server", Files.createDirectories(data.resolve("empty")));
            }
            if (only.contains("history") || only.contains("video")) {
                try (Talk talk = Talk.of(only.contains("history") ? messages : 20)) {
                    withServer(talk, data.resolve("used"));
                }
            }
        } finally {
            delete(data);
        }
        return 0;
    }

    private void withServer(Talk talk, Path data) throws IOException {
        signIn(talk, data);
        if (only.contains("history")) {
            if (only.contains("start")) {
                start("signed in, shows the conversations", data);
            }
            history(talk, data);
        }
        if (only.contains("video")) {
            video(talk, data);
        }
    }

    /** From starting the program to text on the screen. */
    private void start(String what, Path data) throws IOException {
        // The first one warms the disk.
        opened(data);
        long[] times =
                LongStream.range(0, starts).map(_ -> opened(data)).sorted().toArray();
        System.out.printf(
                "start, %s: median %d ms, %d to %d ms of %d%n",
                what, times[times.length / 2], times[0], times[times.length - 1], times.length);
        try (Program open = Program.launched(program, screen, data)) {
            untilText(open);
            rest(IDLE);
            System.out.printf("memory, %s: %.0f MB PSS%n", what, open.proportionalKib() / 1024.0);
        }
    }

    private long opened(Path data) {
        long from = System.nanoTime();
        try (Program open = Program.launched(program, screen, data)) {
            untilText(open);
            return Duration.ofNanos(System.nanoTime() - from).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            await("an empty screen", () -> !screen.showsText());
        }
    }

    private void untilText(Program open) {
        await("a window", () -> {
            if (!open.isAlive()) {
                throw new IllegalStateException("The program has ended.");
            }
            return screen.showsText();
        });
    }

    private void signIn(Talk talk, Path data) throws IOException {
        try (Program open = Program.driven(program, screen, data, talk.server().url())) {
            open.tell("fill", "User name or email", talk.me().username());
            open.tell("fill", "Password", talk.me().password());
            open.tell("click", "Sign in");
            open.tell("click", talk.other().username());
            open.tell("see", "Messages");
        }
    }

    /** Through the whole conversation and back, then nothing. */
    private void history(Talk talk, Path data) throws IOException {
        try (Program open = Program.driven(program, screen, data)) {
            open.tell("click", talk.other().username());
            open.tell("see", "Messages");
            scrolled("up", open.tell("scroll", "up", Integer.toString(pixels)));
            scrolled("down", open.tell("scroll", "down", Integer.toString(pixels)));
            long before = open.processorMs();
            rest(IDLE);
            System.out.printf(
                    "memory, idle after all of them: %.0f MB PSS; %.1f %% of a core%n",
                    open.proportionalKib() / 1024.0, 100.0 * (open.processorMs() - before) / IDLE.toMillis());
        }
    }

    private static void scrolled(String way, JsonNode frames) {
        System.out.printf(
                "scrolling %s through %d messages: %d frames, median %.0f ms, 99 %% within %.0f ms, longest %.0f ms, "
                        + "over 50 ms: %d%n",
                way,
                frames.get("rows").asInt(),
                frames.get("frames").asInt(),
                frames.get("median").asDouble(),
                frames.get("p99").asDouble(),
                frames.get("longest").asDouble(),
                frames.get("over50").asInt());
    }

    /** The other one calls and shows a moving picture. */
    private void video(Talk talk, Path data) throws IOException {
        try (Program open = Program.driven(program, screen, data);
                TestDevice caller = TestDevice.of(
                        talk.server(),
                        talk.other(),
                        loop -> TestEngines.showing(loop, VIDEO_WIDTH, VIDEO_HEIGHT, VIDEO_RATE))) {
            open.tell("see", talk.other().username());
            caller.conversation(talk.conversation());
            Awaiting.done(caller.client().calls().start(talk.conversation(), new MediaChoice(false, true)));
            open.tell("click", "Accept");
            await("video", () -> !open.tell("video", "").isEmpty());
            rest(VIDEO_BEGINS);
            JsonNode before = open.tell("video", "").get(0);
            long busy = open.processorMs();
            rest(VIDEO);
            JsonNode after = open.tell("video", "").get(0);
            double seconds = VIDEO.toMillis() / 1000.0;
            System.out.printf(
                    "video received, %d × %d, %d frames/s sent: %.1f frames/s drawn, %.1f dropped; %.0f %% of a core%n",
                    after.get("width").asInt(),
                    after.get("height").asInt(),
                    VIDEO_RATE,
                    (after.get("drawn").asLong() - before.get("drawn").asLong()) / seconds,
                    (after.get("dropped").asLong() - before.get("dropped").asLong()) / seconds,
                    (open.processorMs() - busy) / seconds / 10);
            Awaiting.done(caller.client().calls().leave());
        }
    }

    private static void await(String what, java.util.function.BooleanSupplier there) {
        long until = System.nanoTime() + SOON.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Waited in vain for " + what + ".");
            }
            rest(Duration.ofMillis(LOOK_EVERY_MS));
        }
    }

    private static void rest(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
