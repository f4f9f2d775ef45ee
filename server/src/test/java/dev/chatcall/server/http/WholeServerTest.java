package dev.chatcall.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.server.TestServer;
import dev.chatcall.server.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WholeServerTest {
    @AutoClose
    private final TestServer server = TestServer.start();

    @Test
    void everyRouteOfTheServerIsDescribedAndEveryReferenceLeadsSomewhere() throws Exception {
        JsonNode document = Json.mapper().readTree(get("/openapi.json").body());

        for (Route<?, ?> route : server.server().api().routes()) {
            assertThat(document.path("paths")
                            .path(route.path())
                            .has(route.method().name().toLowerCase(Locale.ROOT)))
                    .as(route.method() + " " + route.path())
                    .isTrue();
        }
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
        assertThat(get("/docs").body()).contains("/api/conversations", "/api/contacts", "/api/admin");
    }

    @Test
    void aServerWithoutItsDatabaseIsNotHealthyAndSaysNoMoreThanThat() throws Exception {
        assertThat(get("/health").body()).contains("\"status\":\"ok\"", "\"database\":\"ok\"");

        server.database().close();

        HttpResponse<String> health = get("/health");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("\"status\":\"unavailable\"", "\"database\":\"unavailable\"");
    }

    @Test
    void requestsConnectionsAndTheMachineAreMeasured() throws Exception {
        get("/api/server");

        assertThat(get("/metrics").body())
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/api/server\",status=\"200\"}")
                .contains("hikaricp_connections_active", "jvm_memory_used_bytes", "process_uptime_seconds");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = server.address().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
