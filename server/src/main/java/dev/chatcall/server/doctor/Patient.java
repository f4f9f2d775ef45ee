package dev.chatcall.server.doctor;

import dev.chatcall.server.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The server that is examined, asked as anybody would ask it. */
final class Patient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final JsonMapper json = Json.mapper();
    private final URI url;
    private final @Nullable String metricsToken;

    /** @param url where clients find it */
    Patient(URI url, @Nullable String metricsToken) {
        this.url = url;
        this.metricsToken = metricsToken;
    }

    URI url() {
        return url;
    }

    HttpResponse<String> health() throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(url.resolve("/health")).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /**
     * @return null when it does not tell this asker
     * @throws IOException when it does not answer
     */
    @Nullable
    Diagnosis diagnosis() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("/api/diagnosis"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody());
        if (metricsToken != null) {
            request.header("Authorization", "Bearer " + metricsToken);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == HttpStatus.OK ? json.readValue(answer.body(), Diagnosis.class) : null;
    }

    /**
     * What comes of trying to open a socket as somebody who is not signed in.
     *
     * @return the status with which that is refused, 101 when it is not
     */
    int upgrade() throws InterruptedException, TimeoutException, ExecutionException {
        URI socket = URI.create(url.toString().replaceFirst("^http", "ws")).resolve("/ws");
        try {
            http.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(socket, new WebSocket.Listener() {})
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .abort();
            return HttpStatus.SWITCHING;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    /** The statuses that tell something. */
    static final class HttpStatus {
        static final int SWITCHING = 101;
        static final int OK = 200;
        static final int UNAUTHORIZED = 401;

        private HttpStatus() {}
    }
}
