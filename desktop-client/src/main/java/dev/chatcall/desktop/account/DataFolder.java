package dev.chatcall.desktop.account;

import dev.chatcall.desktop.file.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where this program keeps what it keeps: one folder, open to this user alone.
 *
 * <pre>
 * preferences.json  accounts.json  window.json  lock  socket  socket.path  native/
 * servers/HOST_PORT/ACCOUNT/session.json  kept.db  pictures/
 * </pre>
 */
public record DataFolder(Path path) {
    /** Names another folder than the system's usual one. */
    public static final String VARIABLE = "CHATCALL_DESKTOP_DATA";

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * What was asked for, or what the variable names, or the system's usual place.
     *
     * @param environment the process's variables
     * @param system the system's name, as in {@code os.name}
     */
    public static DataFolder find(@Nullable Path asked, Map<String, String> environment, String system, Path home) {
        if (asked != null) {
            return new DataFolder(asked);
        }
        String named = environment.getOrDefault(VARIABLE, "");
        return new DataFolder(named.isBlank() ? usual(environment, system, home) : Path.of(named));
    }

    /** Makes it, if it is not there, and closes it to others. */
    public DataFolder create() throws IOException {
        PrivateFiles.createFolder(path);
        return this;
    }

    /** A file directly in it. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** What is kept of all accounts of one server. */
    public Path server(String server) {
        return path.resolve("servers").resolve(nameOf(URI.create(server)));
    }

    /** What is kept of one account. */
    public Path account(String server, UUID accountId) {
        return server(server).resolve(accountId.toString());
    }

    private static Path usual(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isBlank() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming))
                    .resolve("ChatCall");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("ChatCall");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        // The convention: a relative one is to be ignored.
        boolean absolute = !data.isBlank() && Path.of(data).isAbsolute();
        return (absolute ? Path.of(data) : home.resolve(".local").resolve("share")).resolve("chatcall");
    }

    /** Different for different servers, and a file name on every system. */
    private static String nameOf(URI server) {
        boolean secure = "https".equalsIgnoreCase(server.getScheme());
        int port = server.getPort() >= 0 ? server.getPort() : secure ? 443 : 80;
        String host = server.getHost() == null ? "" : server.getHost().toLowerCase(Locale.ROOT);
        String path = server.getRawPath() == null ? "" : server.getRawPath();
        StringBuilder name = new StringBuilder();
        (host + path).codePoints().forEach(each -> {
            if ((each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '.' || each == '-') {
                name.appendCodePoint(each);
            } else {
                name.append('~').append(Integer.toHexString(each)).append('~');
            }
        });
        return name + (secure ? "_" : "_http_") + port;
    }
}
