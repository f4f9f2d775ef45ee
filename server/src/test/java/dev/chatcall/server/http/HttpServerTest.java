package dev.chatcall.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.Require;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.json.Json;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpServerTest {
    record Thing(String name, int count) {
        Thing {
            Require.text(name, "name", 1, 5);
            Require.within(count, "count", 0, 10);
        }
    }

    record Box(List<Thing> things, UUID id) {
        Box {
            Require.list(things, "things", 3);
        }
    }

    private LocalHttp http;

    @BeforeAll
    void start() {
        http = new LocalHttp(HttpServerTest::routes);
    }

    @AfterAll
    void stop() {
        http.close();
    }

    private static void routes(Api api) {
        api.post("/api/things", "Makes a thing")
                .anyone()
                .body(Thing.class)
                .status(201)
                .answers(Thing.class, Call::body);
        api.post("/api/boxes", "Makes a box").anyone().body(Box.class).answersNothing(call -> {});
        api.get("/api/things", "Lists things")
                .query("limit", "how many")
                .anyone()
                .answersList(Thing.class, call -> List.of(new Thing("x" + call.queryNumber("limit"), 1)));
        api.get("/api/things/{id}", "One thing")
                .anyone()
                .answers(String.class, call -> call.pathId("id").toString());
        api.post("/api/pictures", "Takes bytes")
                .anyone()
                .bytes(1000)
                .answers(Integer.class, call -> call.body().length);
        api.get("/api/me", "Who asks").answers(Caller.class, Call::caller);
        api.post("/api/me", "Changes who asks").answersNothing(call -> {});
        api.delete("/api/admin", "Only for administrators").administrators().answersNothing(call -> {});
        api.get("/api/fault", "Fails").anyone().answers(String.class, call -> {
            throw new IllegalStateException("secret inner working");
        });
        api.get("/api/overflow", "Fails deeply").anyone().answers(String.class, call -> deeper(0));
        api.get("/api/busy", "Refuses for a while").anyone().answers(String.class, call -> {
            throw new ServiceException(ErrorCode.SERVER_BUSY, "Busy", Duration.ofMillis(1500));
        });
        api.get("/api/address", "Whence").anyone().answers(String.class, Call::clientAddress);
    }

    private static String deeper(int depth) {
        return depth < 0 ? "" : deeper(depth + 1) + depth;
    }

    @Test
    void aBodyIsReadAndTheAnswerWritten() {
        HttpResponse<String> response = http.postJson("/api/things", "{\"name\":\"é🎈\",\"count\":3,\"newer\":true}");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.body()).isEqualTo("{\"name\":\"é🎈\",\"count\":3}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "1",
                "\"x\"",
                "{\"name\":\"a\",\"count\":1}{}",
                "{\"name\":\"a\",\"count\":1} x",
                "{\"name\":\"a\",\"name\":\"b\",\"count\":1}",
                "{\"name\":\"a\",\"count\":\"1\"}",
                "{\"name\":\"a\"}",
                "{\"name\":\"a\",\"count\":null}",
                "{\"name\":\"a\",\"count\":1.5}",
                "{\"name\":\"a\",\"count\":1e99}",
                "{\"name\":\"a\",\"count\":99999999999999999999}",
                "{\"name\":1,\"count\":1}",
                "{\"name\":true,\"count\":1}",
                "{\"name\":[],\"count\":1}",
                "{\"name\":{},\"count\":1}",
                "{name:'a',count:1}",
                "{\"name\":\"a\",\"count\":NaN}",
                "{\"name\":\"\u0000\",\"count\":1}"
            })
    void whatIsNotJsonOfTheRightShapeIsMalformed(String body) {
        HttpResponse<String> response = http.postJson("/api/things", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(LocalHttp.code(response)).isEqualTo("request.malformed");
    }

    @Test
    void aFieldOutsideItsLimitsIsNamed() {
        HttpResponse<String> response = http.postJson("/api/things", "{\"name\":\"toolong\",\"count\":1}");

        JsonNode problem = Json.mapper().readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.path("type").asString()).isEqualTo("urn:chatcall:error:request.invalid");
        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(problem.path("fields").path(0).path("field").asString()).isEqualTo("name");
        assertThat(problem.path("fields").path(0).path("reason").asString()).isEqualTo("has more than 5 characters");
        assertThat(problem.path("requestId").asString()).isNotEmpty();
    }

    @Test
    void aFieldInsideAListIsNamedWithItsPlace() {
        HttpResponse<String> response = http.postJson(
                "/api/boxes", "{\"things\":[{\"name\":\"a\",\"count\":1},{\"name\":\"b\",\"count\":11}]}");

        JsonNode field =
                Json.mapper().readTree(response.body()).path("fields").path(0).path("field");
        assertThat(field.asString()).isEqualTo("things[1].count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x"})
    void charactersThatAreNotTextAreRefused(String escaped) {
        HttpResponse<String> response = http.postJson("/api/things", "{\"name\":\"" + escaped + "\",\"count\":1}");

        assertThat(response.statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00000000-0000-0000-0000-00000000000"})
    void anIdThatIsNoneIsMalformed(String id) {
        HttpResponse<String> response = http.postJson("/api/boxes", "{\"things\":[],\"id\":\"" + id + "\"}");

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void deepNestingIsMalformed() {
        String deep = "{\"name\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

        assertThat(http.postJson("/api/things", deep).statusCode()).isEqualTo(400);
        assertThat(http.postJson("/api/things", "{\"unknown\":" + "[".repeat(20_000))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        byte[] broken = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};
        byte[] surrogate = "{\"name\":\"\u00ED\u00A0\u0080\",\"count\":1}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "{\"name\":\"a\",\"count\":1}".getBytes(StandardCharsets.UTF_16);

        for (byte[] body : List.of(broken, surrogate, wide)) {
            HttpResponse<String> response = http.send(http.request("/api/things")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
            assertThat(response.statusCode()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "x/;;;",
                "🎈"
            })
    void anotherMediaTypeOrCharsetIsMalformed(String type) {
        String answer = http.raw("POST /api/things HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("request.malformed");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedHoweverItIsSent() {
        byte[] large = new byte[100_000];
        HttpResponse<String> announced = http.send(http.request("/api/things")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(large)));
        HttpResponse<String> chunked = http.send(http.request("/api/things")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
        HttpResponse<String> bytes =
                http.send(http.request("/api/pictures").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1001])));

        for (HttpResponse<String> response : List.of(announced, chunked, bytes)) {
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(LocalHttp.code(response)).isEqualTo("request.too_large");
        }
        assertThat(http.send(http.request("/api/pictures").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1000])))
                        .body())
                .isEqualTo("1000");
    }

    @Test
    void anAddressWithoutARouteIsNotFound() {
        for (String path : List.of("/api/nothing", "/api", "/nothing.js", "/api/things/no-id", "/api/things/%20")) {
            HttpResponse<String> response = http.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(LocalHttp.code(response)).isEqualTo("not_found");
        }
    }

    @Test
    void anotherMethodIsToldWhichThereAre() {
        HttpResponse<String> response = http.send(http.request("/api/things").DELETE());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(LocalHttp.code(response)).isEqualTo("method.not_allowed");
        assertThat(response.headers().firstValue("Allow").orElseThrow().split(", "))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST");
    }

    @Test
    void aHeadIsAnsweredLikeAGetWithoutItsBody() {
        HttpResponse<String> open = http.send(http.request("/api/things").HEAD());
        HttpResponse<String> closed = http.send(http.request("/api/me").HEAD());

        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.body()).isEmpty();
        assertThat(closed.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=x", "limit=%zz", "limit=%", "limit=99999999999999999999", "limit=%ff", "limit=%00"})
    void aQueryParameterThatIsNotWhatItShouldBeIsInvalid(String query) {
        String answer = http.raw("GET /api/things?" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 4[02][02]").contains("\"code\":\"request.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/things/%zz", "/api/things/%00", "/api/things/%ff", "/api/things/%2e%2e/x", "/api/things/..%2fx",
                "//", "/\\", "/api/../../etc/passwd", "/api/things/;x=y", "/%c0%ae%c0%ae/"
            })
    void aStrangePathIsNeverAFault(String path) {
        String answer = http.raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "POST /api/things HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "POST /api/things HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "GET /api/me HTTP/1.1\r\nHost: a\r\nConnection: close\r\nCookie: \u0001=;;;=\"\r\n\r\n"
            })
    void whatIsNotHttpIsRefusedWithoutAStackTrace(String bytes) {
        String answer = http.raw(bytes);

        assertThat(answer)
                .containsPattern("^HTTP/1.1 (4|505)")
                .doesNotContain("Exception")
                .doesNotContain("Jetty");
    }

    @Test
    void headersThatAreTooLargeAreRefused() {
        String answer = http.raw("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(10_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("request.too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/fault", "/api/overflow"})
    void aFaultTellsNothingOfItself(String path) {
        HttpResponse<String> response = http.get(path);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(LocalHttp.code(response)).isEqualTo("server.internal");
        assertThat(response.body())
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("dev.chatcall");
    }

    @Test
    void aRefusalForAWhileSaysForHowLong() {
        HttpResponse<String> response = http.get("/api/busy");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(Json.mapper().readTree(response.body()).path("retryAfterMs").asLong())
                .isEqualTo(1500);
    }

    @Test
    void rightsAreAskedBeforeTheBodyIsRead() {
        HttpRequest.Builder delete = http.request("/api/admin").DELETE();

        assertThat(http.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(http.send(bearer("/api/me", "nonsense")).statusCode()).isEqualTo(401);
        assertThat(http.send(bearer("/api/me", "member")).statusCode()).isEqualTo(200);
        assertThat(LocalHttp.code(http.send(delete))).isEqualTo("auth.required");
        assertThat(LocalHttp.code(http.send(bearer("/api/admin", "member").DELETE())))
                .isEqualTo("auth.administrator_required");
        assertThat(http.send(bearer("/api/admin", "administrator").DELETE()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void withACookieOnlyOurOwnPageMayChangeThings() {
        assertThat(http.send(cookie("/api/me")).statusCode()).isEqualTo(200);
        assertThat(LocalHttp.code(http.send(cookie("/api/me").POST(HttpRequest.BodyPublishers.noBody()))))
                .isEqualTo("origin.forbidden");
        for (String foreign :
                List.of("null", "http://evil.example", "http://127.0.0.1", http.origin() + ".evil.example")) {
            HttpResponse<String> response =
                    http.send(cookie("/api/me").header("Origin", foreign).POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(LocalHttp.code(response)).as(foreign).isEqualTo("origin.forbidden");
        }
        assertThat(http.send(cookie("/api/me")
                                .header("Origin", http.origin())
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (HttpResponse<String> response :
                List.of(http.get("/api/things"), http.get("/nothing"), http.get("/api/fault"))) {
            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("script-src 'self';", "style-src 'self';", "object-src 'none'", "frame-ancestors 'none'")
                    .contains("connect-src 'self' ws://127.0.0.1:")
                    .doesNotContain("unsafe");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(response.headers().firstValue("Referrer-Policy")).isPresent();
            assertThat(response.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .hasValue("same-origin");
            assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .hasValue("same-origin");
            assertThat(response.headers().firstValue("Permissions-Policy").orElseThrow())
                    .contains("camera=(self)");
            assertThat(response.headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();
            assertThat(response.headers().firstValue("Server")).isEmpty();
            assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aForwardedAddressOfNobodyTrustedIsIgnored() {
        assertThat(http.send(http.request("/api/address").header("X-Forwarded-For", "10.9.8.7"))
                        .body())
                .isEqualTo("\"127.0.0.1\"");
    }

    @Test
    void requestsAreCountedByTheirRoute() {
        http.get("/api/things/" + UUID.randomUUID());

        assertThat(http.metrics
                        .timer("http.server.requests", "method", "GET", "route", "/api/things/{id}", "status", "200")
                        .count())
                .isPositive();
    }

    @Test
    void aSocketOpensForACallerAndForNobodyElse() throws Exception {
        assertThat(open(null, null)).isEqualTo("401");
        assertThat(open("Bearer nonsense", null)).isEqualTo("401");
        assertThat(open("Bearer member", "http://evil.example")).isEqualTo("403");
        assertThat(open("Bearer member", null)).isEqualTo("hello");
        assertThat(open("Bearer member", http.origin())).isEqualTo("hello");
    }

    @Test
    void aSocketIsOpenedWithACookieOnlyByOurOwnPage() {
        assertThat(http.head(upgrade("chatcall_access=member", "http://evil.example")))
                .startsWith("HTTP/1.1 403");
        assertThat(http.head(upgrade("chatcall_access=member", null))).startsWith("HTTP/1.1 403");
        assertThat(http.head(upgrade("chatcall_access=member", http.origin()))).startsWith("HTTP/1.1 101");
    }

    @Test
    void aSocketHasNoCompressionAndMakesNoSession() {
        String answer = http.head(upgrade("chatcall_access=member", http.origin()));

        assertThat(answer)
                .startsWith("HTTP/1.1 101")
                .doesNotContainIgnoringCase("Sec-WebSocket-Extensions")
                .doesNotContainIgnoringCase("Set-Cookie");
    }

    private String upgrade(String cookie, String origin) {
        return "GET /ws HTTP/1.1\r\nHost: " + http.uri("/").getAuthority()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Extensions: permessage-deflate\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nCookie: " + cookie
                + (origin == null ? "" : "\r\nOrigin: " + origin) + "\r\n\r\n";
    }

    private String open(String authorization, String origin) throws Exception {
        CompletableFuture<String> first = new CompletableFuture<>();
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (authorization != null) {
            builder.header("Authorization", authorization);
        }
        if (origin != null) {
            builder.header("Origin", origin);
        }
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                first.complete(text.toString());
                return null;
            }
        };
        try {
            WebSocket socket = builder.buildAsync(
                            java.net.URI.create(
                                    "ws" + http.uri("/ws").toString().substring(4)),
                            listener)
                    .join();
            String text = first.get(10, TimeUnit.SECONDS);
            socket.abort();
            return text;
        } catch (CompletionException refused) {
            return Integer.toString(((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode());
        }
    }

    private HttpRequest.Builder bearer(String path, String token) {
        return http.request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder cookie(String path) {
        return http.request(path).header("Cookie", "chatcall_access=member");
    }
}
