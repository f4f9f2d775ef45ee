package dev.chatcall.bench.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server of its own to be measured: a child process with an empty data folder and the PostgreSQL that it brings along,
 * on this machine's loopback, without rate limits. Closing it stops it and deletes its data.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ChatCall is ready at (http://\\S+)");
    private static final Duration START_WITHIN = Duration.ofMinutes(2);
    private static final long STOP_WITHIN_SECONDS = 30;
    private static final int LAST_LINES = 15;

    private final Process process;
    private final Path folder;
    private final Path log;
    private final Thread onExit;

    private ServerProcess(Process process, Path folder, Path log) {
        this.process = process;
        this.folder = folder;
        this.log = log;
        this.onExit = new Thread(this::stop);
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param moreOptions for its JVM, besides those of {@code server/java.options}
     * @throws BenchFailure when it does not start, with the end of what it said
     */
    public static ServerProcess start(Installation installation, List<String> moreOptions) {
        try {
            Path scratch = Files.createDirectories(installation.scratch());
            requireDisk(scratch);
            Path folder = Files.createTempDirectory(scratch, "server");
            Path log = folder.resolve("server.log");
            ProcessBuilder builder =
                    new ProcessBuilder(installation.serverCommand(folder.resolve("data"), moreOptions));
            settings(builder.environment());
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            ServerProcess server = new ServerProcess(builder.start(), folder, log);
            Runtime.getRuntime().addShutdownHook(server.onExit);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new BenchFailure("The server cannot be started.", e);
        }
    }

    private static void requireDisk(Path folder) throws IOException {
        if (Files.getFileStore(folder).type().equals("tmpfs")) {
            throw new BenchFailure("The folder " + folder + " is in memory: durable messages are measured on a disk.");
        }
    }

    /** Nothing of the caller's settings: this server must not touch their database. */
    private static void settings(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("CHATCALL_") || name.endsWith("_URL"));
        environment.put("CHATCALL_RATE_LIMITS", "off");
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (address().isEmpty()) {
            if (exited() || System.nanoTime() > deadline) {
                String said = lastLines();
                close();
                throw new BenchFailure("The server did not start. It said:\n" + said);
            }
        }
    }

    private boolean exited() {
        try {
            return process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Optional<URI> address() throws IOException {
        Matcher ready = READY.matcher(Files.readString(log));
        return ready.find() ? Optional.of(URI.create(ready.group(1))) : Optional.empty();
    }

    public URI url() {
        try {
            return address().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public Postgres postgres() {
        return Postgres.in(folder.resolve("data"));
    }

    /** The end of what the server logged. */
    public String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(onExit);
        stop();
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                long postgres = postgres().pid();
                process.destroyForcibly().waitFor();
                ProcessHandle.of(postgres).ifPresent(ProcessHandle::destroy);
            }
            delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
