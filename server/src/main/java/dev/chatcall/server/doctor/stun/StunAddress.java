package dev.chatcall.server.doctor.stun;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a STUN or TURN server is, RFC 7064 and RFC 7065.
 *
 * @param relay a TURN server
 * @param tcp over TCP, otherwise over UDP
 * @param tls over TLS
 */
public record StunAddress(boolean relay, boolean tcp, boolean tls, String host, int port) {
    private static final Pattern URL = Pattern.compile(
            "(stun|stuns|turn|turns):(\\[[0-9a-fA-F:.]+]|[^:?/]+)(?::(\\d{1,5}))?(?:\\?transport=(udp|tcp))?");
    private static final int PORT = 3478;
    private static final int TLS_PORT = 5349;

    /** @throws IllegalArgumentException when it is no such URL */
    public static StunAddress parse(String url) {
        Matcher match = URL.matcher(url);
        if (!match.matches()) {
            throw new IllegalArgumentException(url);
        }
        boolean tls = match.group(1).endsWith("s");
        int port = match.group(3) == null ? (tls ? TLS_PORT : PORT) : Integer.parseInt(match.group(3));
        String host = match.group(2).replaceAll("^\\[|]$", "");
        return new StunAddress(match.group(1).startsWith("turn"), tls || "tcp".equals(match.group(4)), tls, host, port);
    }

    /** Looks the host's address up. */
    InetSocketAddress resolve() {
        return new InetSocketAddress(host, port);
    }
}
