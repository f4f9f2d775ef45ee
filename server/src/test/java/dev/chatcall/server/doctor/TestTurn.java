package dev.chatcall.server.doctor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The system's coturn on a free port of the loopback, with a secret of its own. */
public final class TestTurn implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/turnserver");
    private static final String SECRET = "a secret of this test";

    private final int port;
    private final Process process;

    private TestTurn(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Skips the test where there is no coturn to run. */
    public static TestTurn start() {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                PROGRAM + " is missing, so nothing is said about TURN: apt-get install coturn");
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory("turn");
            Process process = new ProcessBuilder(List.of(
                            PROGRAM.toString(),
                            "-n",
                            "--listening-ip=127.0.0.1",
                            "--listening-port=" + port,
                            "--relay-ip=127.0.0.1",
                            "--use-auth-secret",
                            "--static-auth-secret=" + SECRET,
                            "--realm=test",
                            "--no-tls",
                            "--no-dtls",
                            "--no-cli",
                            "--log-file=stdout",
                            "--simple-log",
                            "--pidfile=" + folder.resolve("pid"),
                            "--userdb=" + folder.resolve("users")))
                    .redirectErrorStream(true)
                    .start();
            awaitListening(process.inputReader());
            return new TestTurn(port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data base of users is opened last. */
    private static void awaitListening(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("SQLite DB connection success")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
                return;
            }
        }
        throw new IOException("coturn did not start");
    }

    public int port() {
        return port;
    }

    /** The credential of a user name, as coturn's REST interface has it. */
    public String credential(String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String secret() {
        return SECRET;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
