package dev.chatcall.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chatcall.protocol.call.IceServer;
import dev.chatcall.server.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each fault that the doctor knows, on something that stands for a server. */
class DoctorTest {
    private static final List<IceServer> NONE = List.of();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Diagnosis diagnosis = new Diagnosis("1", 0, NONE, null, null, null);
    private int healthStatus = 200;
    private int socketStatus = 401;
    private int diagnosisStatus = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> answer(exchange, healthStatus, "{}"));
        server.createContext("/ws", exchange -> answer(exchange, socketStatus, "{}"));
        server.createContext(
                "/api/diagnosis",
                exchange -> answer(exchange, diagnosisStatus, Json.mapper().writeValueAsString(diagnosis)));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void aServerThatIsWell() {
        assertThat(examine(Clock.systemUTC())).isTrue();
        assertThat(printed())
                .contains("✓ WebSocket", "✓ Secure context", "✓ Clock", "✓ Media service")
                .contains("– TURN")
                .doesNotContain("✗");
    }

    @Test
    void aServerThatIsNotThere() {
        server.stop(0);

        assertThat(examine(Clock.systemUTC())).isFalse();
        assertThat(printed()).contains("✗ Server").contains("./chatcall start");
    }

    @Test
    void aServerThatSaysItIsNotWell() {
        healthStatus = 503;

        assertThat(examine(Clock.systemUTC())).isFalse();
        assertThat(printed()).contains("✗ Server", "503");
    }

    @Test
    void aProxyThatPassesNoUpgrades() {
        socketStatus = 404;

        assertThat(examine(Clock.systemUTC())).isFalse();
        assertThat(printed()).contains("✗ WebSocket").contains("Upgrade");
    }

    @Test
    void clocksThatAreApart() {
        assertThat(examine(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(7))))
                .isFalse();
        assertThat(printed()).contains("✗ Clock").contains("NTP");
    }

    @Test
    void somebodyWhoIsNotToldAboutTheMedia() {
        diagnosisStatus = 401;

        assertThat(examine(Clock.systemUTC())).isFalse();
        assertThat(printed()).contains("CHATCALL_METRICS_TOKEN");
    }

    @Test
    void aMediaServiceThatIsMissing() {
        diagnosis = new Diagnosis("1", 0, NONE, "There is no worker: run this.", null, null);

        assertThat(examine(Clock.systemUTC())).isFalse();
        assertThat(printed()).contains("✗ Media service", "There is no worker: run this.");
    }

    @Test
    void mediaPortsThatAreClosed() throws IOException {
        int port = closedPort();
        diagnosis = new Diagnosis(
                "1", 0, NONE, null, "{\"usernameFragment\":\"u\",\"password\":\"p\"}", """
                [{"protocol":"tcp","address":"127.0.0.1","port":%d}]
                """.formatted(port));

        assertThat(examine(Clock.systemUTC())).isFalse();
        assertThat(printed())
                .contains("✗ Media over TCP", "127.0.0.1:" + port)
                .contains("CHATCALL_MEDIA_ANNOUNCED_ADDRESS");
    }

    @Test
    void aRelayThatKnowsAnotherSecret() {
        try (TestTurn turn = TestTurn.start()) {
            String username = Instant.now().plusSeconds(60).getEpochSecond() + ":doctor";
            String url = "turn:127.0.0.1:" + turn.port();
            diagnosis = with(new IceServer(List.of(url), username, "from another secret"));
            assertThat(examine(Clock.systemUTC())).isFalse();
            assertThat(printed()).contains("✗ " + url).contains("static-auth-secret");

            printed.reset();
            diagnosis = with(new IceServer(List.of(url), username, turn.credential(username)));
            assertThat(examine(Clock.systemUTC())).isTrue();
            assertThat(printed()).contains("✓ " + url + " relays as 127.0.0.1:");
        }
    }

    private static Diagnosis with(IceServer relay) {
        return new Diagnosis("1", 0, List.of(relay), null, null, null);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean examine(Clock clock) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Doctor(url, null, clock, new PrintStream(printed, true, StandardCharsets.UTF_8)).examine();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replaceAll(" +", " ");
    }
}
