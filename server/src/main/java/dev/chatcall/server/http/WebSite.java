package dev.chatcall.server.http;

import io.javalin.http.Context;
import io.javalin.http.staticfiles.ResourceHandler;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves the built web client: its files, and {@code index.html} for every address that the client draws itself. Files
 * under {@code /assets} have a hash in their name and are kept for ever; all others are asked for again each time.
 */
final class WebSite implements ResourceHandler {
    private static final String KEEP = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("txt", "text/plain;charset=utf-8"));

    private final Path root;

    WebSite(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public boolean canHandle(Context context) {
        return find(context.path()) != null;
    }

    @Override
    public boolean handle(Context context) {
        Path file = find(context.path());
        if (file == null) {
            return false;
        }
        try {
            serve(file, context);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return true;
    }

    @Override
    public boolean addStaticFileConfig(StaticFileConfig config) {
        return false;
    }

    @Override
    public Set<RouteRole> resourceRouteRoles(Context context) {
        return Set.of();
    }

    private @Nullable Path find(String path) {
        if (path.startsWith("/api/") || path.equals("/api") || path.equals("/ws")) {
            return null;
        }
        Path file = inside(path.substring(1));
        if (file != null && Files.isRegularFile(file)) {
            return file;
        }
        boolean drawnByTheClient = path.lastIndexOf('.') <= path.lastIndexOf('/');
        Path index = root.resolve("index.html");
        return drawnByTheClient && Files.isRegularFile(index) ? index : null;
    }

    /** Null when the path leads out of the folder, by dots or by a link. */
    private @Nullable Path inside(String path) {
        try {
            Path file = root.resolve(path).normalize();
            if (!file.startsWith(root) || !Files.exists(file)) {
                return null;
            }
            return file.toRealPath().startsWith(root.toRealPath()) ? file : null;
        } catch (InvalidPathException | IOException nothingThere) {
            return null;
        }
    }

    private void serve(Path file, Context context) throws IOException {
        String path = root.relativize(file).toString().replace('\\', '/');
        String extension = path.substring(path.lastIndexOf('.') + 1);
        boolean hashed = path.startsWith("assets/");
        String tag = "\"" + Long.toHexString(Files.size(file)) + "-"
                + Long.toHexString(Files.getLastModifiedTime(file).toMillis()) + "\"";
        context.header("Cache-Control", hashed ? KEEP : ASK_AGAIN);
        context.header("ETag", tag);
        context.header("Vary", "Accept-Encoding");
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        context.contentType(TYPES.getOrDefault(extension, "application/octet-stream"));
        context.result(Files.readAllBytes(encoded(file, context)));
    }

    /** The file as the build compressed it, where it did and the browser takes it. */
    private static Path encoded(Path file, Context context) {
        String accepted = context.header("Accept-Encoding");
        for (Map.Entry<String, String> encoding : Map.of("br", ".br", "gzip", ".gz").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            Path compressed = file.resolveSibling(file.getFileName() + encoding.getValue());
            if (accepted != null && accepted.contains(encoding.getKey()) && Files.isRegularFile(compressed)) {
                context.header("Content-Encoding", encoding.getKey());
                return compressed;
            }
        }
        return file;
    }
}
