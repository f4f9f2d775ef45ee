package dev.chatcall.desktop.check;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a STUN or TURN server is, as its URL says (RFC 7064, RFC 7065). */
record IceAddress(String host, int port, Transport transport) {
    private static final Pattern URL =
            Pattern.compile("(stuns?|turns?):(\\[[^\\]]+\\]|[^:?]+)(?::(\\d{1,5}))?(?:\\?transport=(udp|tcp))?");
    private static final int PORT = 3478;
    private static final int SECURE_PORT = 5349;

    enum Transport {
        UDP,
        TCP,
        TLS
    }

    static boolean isStun(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("stun");
    }

    static boolean isTurn(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("turn");
    }

    /** Empty for what is no such URL. */
    static Optional<IceAddress> parse(String url) {
        Matcher parts = URL.matcher(url.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean secure = parts.group(1).endsWith("s");
        Transport transport = secure ? Transport.TLS : "tcp".equals(parts.group(4)) ? Transport.TCP : Transport.UDP;
        String port = parts.group(3);
        int number = port == null ? (secure ? SECURE_PORT : PORT) : Integer.parseInt(port);
        return Optional.of(new IceAddress(parts.group(2), number, transport));
    }
}
