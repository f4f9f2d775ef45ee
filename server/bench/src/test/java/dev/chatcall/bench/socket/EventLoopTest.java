package dev.chatcall.bench.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that speaks the few bytes of RFC 6455 by hand. */
@Timeout(20)
class EventLoopTest {
    private final List<String> seen = new ArrayList<>();
    private final EventLoop loop = new EventLoop(new Random(1));
    private ServerSocket server;

    private final class Client implements Listener {
        Connection connection;

        @Override
        public void opened(Connection opened) {
            connection = opened;
            seen.add("opened");
        }

        @Override
        public void text(byte[] bytes, int from, int to) {
            seen.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void closed(int code, String reason) {
            seen.add("closed " + code + " " + reason);
        }
    }

    private final Client client = new Client();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        loop.connect((InetSocketAddress) server.getLocalSocketAddress(), "token", client);
    }

    @AfterEach
    void close() throws IOException {
        loop.close();
        server.close();
    }

    @Test
    void takesFramesThatComeWithTheUpgrade() throws Exception {
        try (Socket peer = accept(frame(0x81, "at once"))) {
            awaitSeen(2);
        }

        assertThat(seen).startsWith("opened", "at once");
    }

    @Test
    void answersPings() throws Exception {
        try (Socket peer = accept(frame(0x89, "are you there"))) {
            awaitSeen(1);
            loop.runUntil(() -> available(peer) >= 6 + 13, List.of());
            byte[] pong = new byte[6 + 13];
            new DataInputStream(peer.getInputStream()).readFully(pong);

            assertThat(pong[0]).isEqualTo((byte) 0x8A);
            assertThat(new String(pong, 6, 13, StandardCharsets.UTF_8)).isEqualTo("are you there");
        }
    }

    @Test
    void tellsHowTheServerClosed() throws Exception {
        try (Socket peer = accept(frame(0x88, "\u0003\u00e8".getBytes(StandardCharsets.ISO_8859_1), "enough"))) {
            awaitSeen(2);
        }

        assertThat(seen).containsExactly("opened", "closed 1000 enough");
    }

    @Test
    void tellsThatTheLineBroke() throws Exception {
        accept(new byte[0]).close();
        awaitSeen(2);

        assertThat(seen).containsExactly("opened", "closed 1006 the server hung up");
    }

    @Test
    void keepsWhatTheSocketDoesNotTake() throws Exception {
        int frames = 200;
        byte[] payload = "z".repeat(60_000).getBytes(StandardCharsets.US_ASCII);
        try (Socket peer = accept(new byte[0])) {
            awaitSeen(1);
            for (int i = 0; i < frames; i++) {
                client.connection.send(payload, payload.length);
            }
            assertThat(client.connection.bytesUnsent()).isPositive();
            AtomicInteger read = new AtomicInteger();
            Thread reader = Thread.ofVirtual().start(() -> drain(peer, frames * (payload.length + 8), read));
            loop.runUntil(() -> client.connection.bytesUnsent() == 0, List.of());
            reader.join();

            assertThat(read).hasValue(frames * (payload.length + 8));
        }
    }

    @Test
    void doesWhatIsDueInItsTime() {
        long begun = System.nanoTime();
        long due = begun + TimeUnit.MILLISECONDS.toNanos(30);
        List<Long> ticks = new ArrayList<>();
        loop.runUntil(() -> !ticks.isEmpty(), List.of(now -> {
            if (now >= due) {
                ticks.add(now);
            }
            return due;
        }));

        assertThat(ticks.getFirst()).isGreaterThanOrEqualTo(due);
    }

    /** Accepts the connection and answers its upgrade, with frames in the same write. */
    private Socket accept(byte[] frames) throws IOException {
        loop.runUntil(() -> true, List.of());
        Socket peer = server.accept();
        StringBuilder request = new StringBuilder();
        loop.runUntil(() -> available(peer) > 0, List.of());
        while (request.indexOf("\r\n\r\n") < 0) {
            request.append((char) peer.getInputStream().read());
        }
        assertThat(request).contains("Authorization: Bearer token");
        OutputStream out = peer.getOutputStream();
        byte[] head = ("HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: " + accept(request) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        out.write(joined(head, frames));
        return peer;
    }

    private static String accept(StringBuilder request) {
        String key = request.toString()
                .lines()
                .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                .findFirst()
                .orElseThrow()
                .substring(19);
        return new Upgrade(Base64.getDecoder().decode(key)).accept();
    }

    private void awaitSeen(int count) {
        loop.runUntil(() -> seen.size() >= count, List.of());
    }

    private static int available(Socket peer) {
        try {
            return peer.getInputStream().available();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void drain(Socket peer, int wanted, AtomicInteger read) {
        try {
            read.set(peer.getInputStream().readNBytes(wanted).length);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] frame(int first, String text) {
        return frame(first, new byte[0], text);
    }

    private static byte[] frame(int first, byte[] before, String text) {
        byte[] payload = joined(before, text.getBytes(StandardCharsets.UTF_8));
        return joined(new byte[] {(byte) first, (byte) payload.length}, payload);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
