package dev.chatcall.desktop.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** What somebody typed as the address of a server, made into one. */
public final class ServerAddress {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ServerAddress() {}

    /** What a typed address turned out to be. */
    public sealed interface Typed {
        /** @param url such as {@code https://chat.example.org}; without a slash at the end */
        record Url(String url) implements Typed {}

        /** http over a network: anybody could read along. */
        record Insecure() implements Typed {}

        record Invalid() implements Typed {}
    }

    /** Without a scheme it is https; on this computer itself, where nobody is between, http. */
    public static Typed parse(String typed) {
        String text = typed.strip();
        try {
            URI uri = new URI(text.contains("://") ? text : "any://" + text);
            return of(uri);
        } catch (URISyntaxException e) {
            return new Typed.Invalid();
        }
    }

    private static Typed of(URI uri) {
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getPort() > 65_535) {
            return new Typed.Invalid();
        }
        boolean here = LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("any")) {
            scheme = here ? "http" : "https";
        }
        if (scheme.equals("http") && !here) {
            return new Typed.Insecure();
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Typed.Invalid();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new Typed.Url(scheme + "://" + host.toLowerCase(Locale.ROOT) + port);
    }
}
