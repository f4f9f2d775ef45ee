package dev.chatcall.server;

import dev.chatcall.protocol.account.RegistrationMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the configuration from the environment's variables. */
final class Environment {
    private static final int PORT_MAX = 65_535;

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * @param host null: as the environment says; so with the others
     * @throws StartFailure with a sentence for the operator where a variable makes no sense
     */
    Configuration read(@Nullable String host, @Nullable Integer port, @Nullable Path dataFolder) {
        Path data = dataFolder != null ? dataFolder : Path.of(text("CHATCALL_DATA", "data"));
        String address = host != null ? host : text("CHATCALL_HOST", "127.0.0.1");
        return new Configuration(
                address,
                checked(port != null ? port : port(text("CHATCALL_PORT", "8080"))),
                data,
                text("CHATCALL_SERVER_NAME", "ChatCall"),
                registration(text("CHATCALL_REGISTRATION", "open")),
                url("CHATCALL_PUBLIC_URL"),
                file("CHATCALL_WEB_ROOT"),
                file("CHATCALL_SIGNING_KEY_FILE"),
                text("DATABASE_URL"),
                url("REDIS_URL"),
                url("CHATCALL_SMTP_URL"),
                text("CHATCALL_MAIL_FROM"),
                text("CHATCALL_METRICS_TOKEN"),
                text("CHATCALL_TRUSTED_PROXIES", ""),
                list("CHATCALL_STUN_URLS"),
                list("CHATCALL_TURN_URLS"),
                turnSecret(),
                !text("CHATCALL_RATE_LIMITS", "on").equals("off"),
                new MediaEnvironment(this::text).read(address, data),
                Configuration.PASSWORD_COST);
    }

    private @Nullable String text(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    private @Nullable Path file(String name) {
        String value = text(name);
        return value == null ? null : Path.of(value);
    }

    private List<String> list(String name) {
        return Arrays.stream(text(name, "").split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private @Nullable String turnSecret() {
        String secret = text("CHATCALL_TURN_SECRET");
        if (secret == null && !list("CHATCALL_TURN_URLS").isEmpty()) {
            throw new StartFailure("CHATCALL_TURN_URLS needs CHATCALL_TURN_SECRET beside it.");
        }
        return secret;
    }

    private static int port(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new StartFailure("CHATCALL_PORT is \"" + value + "\", which is no port number.");
        }
    }

    private static int checked(int port) {
        if (port < 0 || port > PORT_MAX) {
            throw new StartFailure("There is no port " + port + ": the last one is " + PORT_MAX + ".");
        }
        return port;
    }

    private @Nullable URI url(String name) {
        String value = text(name);
        try {
            return value == null ? null : new URI(value);
        } catch (URISyntaxException e) {
            throw new StartFailure(name + " is no URL.");
        }
    }

    private static RegistrationMode registration(String value) {
        return Arrays.stream(RegistrationMode.values())
                .filter(mode -> mode.wire().equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new StartFailure("CHATCALL_REGISTRATION is \"" + value + "\"; it can be "
                        + Arrays.stream(RegistrationMode.values())
                                .map(RegistrationMode::wire)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
