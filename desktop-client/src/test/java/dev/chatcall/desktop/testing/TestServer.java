package dev.chatcall.desktop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The packaged server as a process of its own, on a free port of this machine, with open registration, without limits of
 * rate and with an empty data folder that goes with it. A test that asks for it is skipped where no server was packaged.
 */
public final class TestServer implements AutoCloseable {
    /** Names another jar than the one that this build makes. */
    private static final String JAR = "CHATCALL_SERVER_JAR";

    private static final long START_SECONDS = 60;

    private final Path folder;
    private final int port;
    private final Map<String, String> environment;
    private final AtomicInteger names = new AtomicInteger();
    private Process process;

    private TestServer(Map<String, String> environment) {
        try {
            folder = Files.createTempDirectory("chatcall-desktop-server");
            port = freePort();
            this.environment = environment;
            process = begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of this JVM, which ends with it: enough for whoever does not stop or cut it. */
    public static TestServer shared() {
        // Without one the test is skipped, which a class that could not be initialised would not be.
        jar();
        return Shared.SERVER;
    }

    /** One's own; close it. */
    public static TestServer start() {
        return start(Map.of());
    }

    /** @param environment variables of the server besides the usual ones */
    public static TestServer start(Map<String, String> environment) {
        jar();
        TestServer server = new TestServer(environment);
        // Where a test is broken off nobody closes it.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** Such as {@code http://127.0.0.1:54321}. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Registers somebody new, whose name begins as given. The first one administers the server. */
    public TestPerson register(String name) {
        return TestPerson.register(URI.create(url()), freshName(name));
    }

    /** A user name that nobody has here. */
    public String freshName(String name) {
        return name + names.incrementAndGet();
    }

    /** Registers somebody and makes them each other's contact. */
    public void befriend(TestPerson one, TestPerson other) {
        one.request(other.id());
        other.accept(one.id());
    }

    /** Ends it as a power cut would, without a word to anybody. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again on the same data, at the same port. */
    public void startAgain() {
        try {
            process = begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
        delete();
    }

    private Process begin() throws IOException {
        Path log = folder.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar().toString(),
                "--port",
                String.valueOf(port),
                "--data",
                folder.resolve("data").toString());
        builder.environment().putAll(Map.of("CHATCALL_RATE_LIMITS", "off", "CHATCALL_MEDIA", "off"));
        builder.environment().putAll(environment);
        Process started = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        awaitReady(started, log, readyLines(log));
        return started;
    }

    private static void awaitReady(Process started, Path log, long before) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (readyLines(log) <= before) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                started.destroyForcibly();
                throw new AssertionError("The server did not start:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static long readyLines(Path log) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("ChatCall is ready")).count();
        }
    }

    private static Path jar() {
        String named = System.getenv(JAR);
        Path jar = named == null ? Path.of("..", "server", "target", "chatcall-server.jar") : Path.of(named);
        if (!Files.exists(jar)) {
            return Assumptions.abort("No server at " + jar.toAbsolutePath()
                    + ": build it first (./mvnw -pl server -am package), or name one in " + JAR + ".");
        }
        return jar.toAbsolutePath();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // A file of the database that goes in this moment: the system clears its temporary folder.
        }
    }

    private static final class Shared {
        private static final TestServer SERVER = start();
    }
}
