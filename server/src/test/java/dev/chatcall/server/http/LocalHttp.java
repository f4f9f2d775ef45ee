package dev.chatcall.server.http;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.json.Json;
import io.javalin.websocket.WsConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** An HTTP server on a free port with the routes of a test, and a client for it. */
final class LocalHttp implements AutoCloseable {
    static final Caller MEMBER = new Caller(UUID.randomUUID(), UUID.randomUUID(), false);
    static final Caller ADMINISTRATOR = new Caller(UUID.randomUUID(), UUID.randomUUID(), true);
    private static final Map<String, Caller> TOKENS = Map.of("member", MEMBER, "administrator", ADMINISTRATOR);

    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    LocalHttp(Routes routes) {
        this(routes, settings(null, null), socket -> socket.onConnect(connection -> connection.send("hello")));
    }

    LocalHttp(Routes routes, HttpSettings settings) {
        this(routes, settings, socket -> socket.onConnect(connection -> connection.send("hello")));
    }

    LocalHttp(Routes routes, HttpSettings settings, Consumer<WsConfig> socket) {
        Api api = new Api();
        routes.declare(api);
        server = new HttpServer(
                settings, api, LocalHttp::authenticate, socket, Json.mapper(), UUID::randomUUID, metrics);
        server.start();
    }

    static HttpSettings settings(URI publicUrl, Path webRoot) {
        return new HttpSettings("127.0.0.1", 0, publicUrl, "scrape", TrustedProxies.none(), webRoot, "1.2.3");
    }

    private static Caller authenticate(String token) {
        Caller caller = TOKENS.get(token);
        if (caller == null) {
            throw new ServiceException(ErrorCode.AUTH_REQUIRED, "Not one of ours");
        }
        return caller;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> postJson(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Everything that the server answers to these bytes until it closes the connection. */
    String raw(String bytes) {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The status line and headers of the answer to these bytes. */
    String head(String bytes) {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder head = new StringBuilder();
            int next;
            while (head.indexOf("\r\n\r\n") < 0
                    && (next = socket.getInputStream().read()) >= 0) {
                head.append((char) next);
            }
            return head.toString();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    static String code(HttpResponse<String> response) {
        JsonNode problem = Json.mapper().readTree(response.body());
        return problem.path("code").asString();
    }

    @Override
    public void close() {
        server.close();
    }
}
