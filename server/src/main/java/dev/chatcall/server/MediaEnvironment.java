package dev.chatcall.server;

import dev.chatcall.server.media.MediaSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads from the environment's variables where the media service comes from. */
final class MediaEnvironment {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    private final Function<String, @Nullable String> variables;

    MediaEnvironment(Function<String, @Nullable String> variables) {
        this.variables = variables;
    }

    /**
     * @param host where the server listens: on loopback the media service is for this machine alone too
     * @throws StartFailure with a sentence for the operator where a variable makes no sense
     */
    MediaSettings read(String host, Path dataFolder) {
        if ("off".equals(variables.apply("CHATCALL_MEDIA"))) {
            return new MediaSettings.Off("The media service is switched off with CHATCALL_MEDIA=off.");
        }
        String url = variables.apply("CHATCALL_MEDIA_URL");
        if (url != null) {
            return new MediaSettings.External(control(url), secret());
        }
        String command = variables.apply("CHATCALL_MEDIA_COMMAND");
        if (command == null) {
            return new MediaSettings.Off("No media service was named: start the server with ./chatcall start,"
                    + " or name one in CHATCALL_MEDIA_URL.");
        }
        String announced = variables.apply("CHATCALL_MEDIA_ANNOUNCED_ADDRESS");
        return new MediaSettings.Child(
                Path.of(command),
                dataFolder.resolve("media.secret"),
                announced == null && LOOPBACK.contains(host) ? "127.0.0.1" : announced);
    }

    private static URI control(String url) {
        try {
            URI given = new URI(url.replaceFirst("^http", "ws"));
            if (given.getHost() == null || !Set.of("ws", "wss").contains(given.getScheme())) {
                throw new StartFailure("CHATCALL_MEDIA_URL is no http or ws URL.");
            }
            return given.resolve("/control");
        } catch (URISyntaxException e) {
            throw new StartFailure("CHATCALL_MEDIA_URL is no http or ws URL.");
        }
    }

    private String secret() {
        String secret = variables.apply("CHATCALL_MEDIA_SECRET");
        if (secret != null) {
            return secret;
        }
        String file = variables.apply("CHATCALL_MEDIA_SECRET_FILE");
        if (file == null) {
            throw new StartFailure("CHATCALL_MEDIA_URL needs CHATCALL_MEDIA_SECRET_FILE or CHATCALL_MEDIA_SECRET.");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new StartFailure("The file that CHATCALL_MEDIA_SECRET_FILE names cannot be read.");
        }
    }
}
