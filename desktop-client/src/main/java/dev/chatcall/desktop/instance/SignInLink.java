package dev.chatcall.desktop.instance;

import dev.chatcall.desktop.server.ServerAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A link that the server made for somebody who is not signed in: {@code https://HOST/register?invitation=SECRET} or
 * {@code https://HOST/reset?token=SECRET}, or the same with {@code chatcall://}.
 *
 * @param server such as {@code https://chat.example.org}
 */
public record SignInLink(String server, Kind kind, String secret) {
    private static final int LENGTH_MAX = 2_000;
    private static final String LOOPBACK = "//(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?/.*";

    /** What it lets somebody do. */
    public enum Kind {
        INVITATION("/register", "invitation"),
        RESET("/reset", "token");

        private final String path;
        private final String parameter;

        Kind(String path, String parameter) {
            this.path = path;
            this.parameter = parameter;
        }
    }

    /** Empty for everything that is no such link; it may come from anywhere. */
    public static Optional<SignInLink> parse(String text) {
        String link = text.strip();
        if (link.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(asWeb(link));
            return List.of(Kind.values()).stream()
                    .filter(kind -> kind.path.equals(uri.getRawPath()))
                    .findFirst()
                    .flatMap(kind -> of(uri, kind));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<SignInLink> of(URI uri, Kind kind) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        Optional<String> secret = List.of(query.split("&")).stream()
                .filter(part -> part.startsWith(kind.parameter + "="))
                .map(part -> URLDecoder.decode(part.substring(kind.parameter.length() + 1), StandardCharsets.UTF_8))
                .filter(value -> !value.isBlank())
                .findFirst();
        return ServerAddress.parse(uri.toString()) instanceof ServerAddress.Typed.Url(String server)
                ? secret.map(value -> new SignInLink(server, kind, value))
                : Optional.empty();
    }

    private static String asWeb(String link) {
        String scheme = Link.SCHEME + ":";
        if (!link.toLowerCase(Locale.ROOT).startsWith(scheme)) {
            return link;
        }
        String rest = link.substring(scheme.length());
        return (rest.toLowerCase(Locale.ROOT).matches(LOOPBACK) ? "http:" : "https:") + rest;
    }
}
