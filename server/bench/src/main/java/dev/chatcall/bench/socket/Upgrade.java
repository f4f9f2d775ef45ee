package dev.chatcall.bench.socket;

import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** The HTTP exchange that turns a connection into a WebSocket. */
final class Upgrade {
    private static final int ANSWER_MAX = 16 * 1024;
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final String key;
    private byte[] answer = {};

    /** @param nonce 16 bytes */
    Upgrade(byte[] nonce) {
        this.key = Base64.getEncoder().encodeToString(nonce);
    }

    byte[] request(InetSocketAddress server, String accessToken) {
        return """
                GET /ws HTTP/1.1\r
                Host: %s:%d\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: %s\r
                Authorization: Bearer %s\r
                \r
                """.formatted(server.getHostString(), server.getPort(), key, accessToken)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Takes what came.
     *
     * @return where in {@code bytes} the first frame begins, or -1 when the answer is not whole yet
     * @throws ProtocolException when the server refuses, with its status line
     */
    int feed(byte[] bytes, int from, int to) throws ProtocolException {
        int before = answer.length;
        answer = Arrays.copyOf(answer, before + to - from);
        System.arraycopy(bytes, from, answer, before, to - from);
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            if (answer.length > ANSWER_MAX) {
                throw new ProtocolException("an endless answer to the upgrade");
            }
            return -1;
        }
        check(text.substring(0, end));
        return from + end + 4 - before;
    }

    private void check(String head) throws ProtocolException {
        String status = head.lines().findFirst().orElse("");
        if (!status.startsWith("HTTP/1.1 101")) {
            throw new ProtocolException("no upgrade but " + status);
        }
        boolean accepted = head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-accept:"))
                .anyMatch(line -> line.substring(line.indexOf(':') + 1).strip().equals(accept()));
        if (!accepted) {
            throw new ProtocolException("an upgrade that answers another request");
        }
    }

    String accept() {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder().encodeToString(sha1.digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-1", impossible);
        }
    }
}
