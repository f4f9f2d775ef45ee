package dev.chatcall.server.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops the server process of the embedded PostgreSQL.
 *
 * <p>{@code pg_ctl} starts it in a session of its own: a Ctrl-C that is meant for ChatCall does not reach it, and
 * ChatCall can finish its work before it stops the database. The price is that it outlives a ChatCall that is killed;
 * the next start finds and stops it.
 */
final class PostgresProcess {

    private static final Logger log = LoggerFactory.getLogger(PostgresProcess.class);

    /** Recovering after a crash replays at most {@code max_wal_size}; this is far beyond what a slow disk needs. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    /** How long what is left of a killed server may keep its memory, or a port be taken by somebody else. */
    private static final Duration RETRY_LIMIT = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofMillis(10);

    @FunctionalInterface
    private interface PortSource {
        int next() throws IOException;
    }

    private final PostgresCluster cluster;
    private final PostgresLog serverLog;

    PostgresProcess(PostgresCluster cluster) {
        this.cluster = cluster;
        this.serverLog = new PostgresLog(cluster.folder());
    }

    /**
     * Starts the server on a free port of the loopback interface and returns once it takes connections.
     *
     * @return its port
     * @throws DatabaseUnavailableException if it does not start
     */
    int start() throws IOException {
        return start(PostgresProcess::freePort);
    }

    /** Starts a server that ended by itself again, where its users expect it. */
    void startAgain(int port) throws IOException {
        stop();
        start(() -> port);
    }

    /** The server's process, to be told of its end. */
    Optional<ProcessHandle> handle() throws IOException {
        return PidFile.read(cluster.folder()).map(PidFile::pid).flatMap(ProcessHandle::of);
    }

    private int start(PortSource ports) throws IOException {
        serverLog.rotate();
        long deadline = System.nanoTime() + RETRY_LIMIT.toNanos();
        while (true) {
            long logged = serverLog.size();
            Optional<Integer> port = tryStart(ports.next());
            if (port.isPresent()) {
                return port.get();
            }
            String output = serverLog.since(logged);
            if (!isTransient(output) || System.nanoTime() > deadline) {
                throw new DatabaseUnavailableException("The embedded PostgreSQL does not start: "
                        + PostgresLog.reason(output) + " (see " + serverLog.file() + ").");
            }
            pause();
        }
    }

    private Optional<Integer> tryStart(int port) throws IOException {
        Process control = Command.start(cluster.account()
                .command(
                        cluster.program("pg_ctl"),
                        "start",
                        "--pgdata=" + cluster.folder(),
                        "--log=" + serverLog.file(),
                        "--options=-p " + port,
                        "--timeout=" + START_LIMIT.toSeconds(),
                        "--silent",
                        "--wait"));
        while (true) {
            // Read first: a server may start and pg_ctl end between the two.
            boolean ended = !control.isAlive();
            if (PidFile.read(cluster.folder()).filter(PidFile::ready).isPresent()) {
                return Optional.of(port);
            }
            if (ended) {
                return Optional.empty();
            }
            pause();
        }
    }

    /** Children of a killed server end a moment after it; another program may have taken the port that was free. */
    private static boolean isTransient(String output) {
        return output.contains("is still in use") || output.contains("could not create any TCP/IP sockets");
    }

    /**
     * Stops the server, if it runs: open transactions are rolled back, everything committed is on disk. Also stops one
     * that a killed ChatCall left behind, and clears away the trace of one that was killed itself.
     */
    void stop() throws IOException {
        Optional<PidFile> running = PidFile.read(cluster.folder());
        if (running.isEmpty()) {
            Files.deleteIfExists(PidFile.in(cluster.folder()));
        } else if (!running.get().isAlive(cluster.folder())) {
            log.info("PostgreSQL was not stopped in order; it recovers");
            Files.delete(PidFile.in(cluster.folder()));
        } else if (!stop("fast") && !stop("immediate")) {
            throw new IOException("PostgreSQL (process " + running.get().pid() + ") does not stop");
        }
    }

    private boolean stop(String mode) throws IOException {
        Command.run(
                cluster.account()
                        .command(
                                cluster.program("pg_ctl"),
                                "stop",
                                "--pgdata=" + cluster.folder(),
                                "--mode=" + mode,
                                "--silent",
                                "--no-wait"),
                "",
                STOP_LIMIT);
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<PidFile> running = PidFile.read(cluster.folder());
            if (running.isEmpty() || !running.get().isAlive(cluster.folder())) {
                return true;
            }
            pause();
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for PostgreSQL");
        }
    }
}
