package dev.chatcall.desktop.instance;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A link into the program: {@code chatcall://HOST[:PORT]/c/ID} to a conversation, {@code chatcall://HOST[:PORT]/call/ID}
 * to a conversation's call.
 *
 * @param server such as {@code https://chat.example.org}; {@code http} on this machine alone, where there is no one between
 * @param conversationId of a conversation that one takes part in, or not: whoever follows the link finds out
 */
public record Link(String server, Target target, UUID conversationId) {
    public static final String SCHEME = "chatcall";

    private static final int LENGTH_MAX = 300;
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    public enum Target {
        CONVERSATION("c"),
        CALL("call");

        private final String path;

        Target(String path) {
            this.path = path;
        }
    }

    /** Empty for everything that is no such link; it may come from anywhere. */
    public static Optional<Link> parse(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** As others can follow it. */
    @Override
    public String toString() {
        return SCHEME + "://" + URI.create(server).getRawAuthority() + "/" + target.path + "/" + conversationId;
    }

    private static Optional<Link> of(URI link) {
        boolean plain = link.getHost() != null
                && link.getRawUserInfo() == null
                && link.getRawQuery() == null
                && link.getRawFragment() == null
                && link.getPort() <= 65_535;
        if (!plain || !SCHEME.equalsIgnoreCase(link.getScheme())) {
            return Optional.empty();
        }
        String[] path = link.getRawPath().split("/", -1);
        if (path.length != 3 || !path[0].isEmpty()) {
            return Optional.empty();
        }
        for (Target target : Target.values()) {
            if (target.path.equals(path[1])) {
                return idOf(path[2]).map(id -> new Link(serverOf(link), target, id));
            }
        }
        return Optional.empty();
    }

    private static String serverOf(URI link) {
        String host = link.getHost().toLowerCase(Locale.ROOT);
        String scheme = LOOPBACK.contains(host) ? "http" : "https";
        return scheme + "://" + host + (link.getPort() < 0 ? "" : ":" + link.getPort());
    }

    private static Optional<UUID> idOf(String text) {
        try {
            UUID id = UUID.fromString(text);
            // It takes shortened ones as well.
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
