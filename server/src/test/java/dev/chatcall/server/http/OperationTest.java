package dev.chatcall.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.Register;
import dev.chatcall.protocol.account.SignedIn;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessagePage;
import dev.chatcall.server.json.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationTest {
    private final AtomicBoolean healthy = new AtomicBoolean(true);
    private final Api declared = new Api();
    private Metrics metrics;
    private LocalHttp http;

    @BeforeAll
    void start() {
        metrics = new Metrics();
        HttpSettings settings = LocalHttp.settings(null, null);
        OperationRoutes operation = new OperationRoutes(
                settings, List.of(new HealthCheck("database", healthy::get)), metrics, Json.mapper());
        http = new LocalHttp(api -> {
            operation.declare(api);
            features(api);
        });
        operation.declare(declared);
        features(declared);
    }

    @AfterAll
    void stop() {
        http.close();
        metrics.close();
    }

    private static void features(Api api) {
        api.post("/api/accounts", "Register & <be> signed in")
                .anyone()
                .body(Register.class)
                .status(201)
                .refuses(ErrorCode.ACCOUNT_EMAIL_TAKEN)
                .answers(SignedIn.class, call -> {
                    throw new AssertionError();
                });
        api.get("/api/account", "Mine").answers(Account.class, call -> {
            throw new AssertionError();
        });
        api.get("/api/people/{accountId}", "One").answers(Person.class, call -> {
            throw new AssertionError();
        });
        api.get("/api/people", "Some").query("q", "what").answersList(Person.class, call -> List.of());
        api.get("/api/messages", "Page").answers(MessagePage.class, call -> {
            throw new AssertionError();
        });
        api.put("/api/account/avatar", "Mine").bytes(1000).answersNothing(call -> {});
    }

    @Test
    void healthSaysWhatIsWrong() {
        HttpResponse<String> good = http.get("/health");
        healthy.set(false);
        HttpResponse<String> bad = http.get("/health");
        healthy.set(true);

        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body()).isEqualTo("{\"status\":\"ok\",\"version\":\"1.2.3\",\"database\":\"ok\"}");
        assertThat(bad.statusCode()).isEqualTo(503);
        assertThat(bad.body())
                .isEqualTo("{\"status\":\"unavailable\",\"version\":\"1.2.3\",\"database\":\"unavailable\"}");
    }

    @Test
    void aCheckThatThrowsOrHangsIsNotHealthy() {
        CountDownLatch never = new CountDownLatch(1);
        OperationRoutes operation = new OperationRoutes(
                LocalHttp.settings(null, null),
                List.of(
                        new HealthCheck("throws", () -> {
                            throw new IllegalStateException("down");
                        }),
                        new HealthCheck("hangs", () -> {
                            try {
                                never.await();
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                            return true;
                        })),
                metrics,
                Json.mapper());
        try (LocalHttp sick = new LocalHttp(operation)) {
            HttpResponse<String> response = sick.get("/health");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("\"throws\":\"unavailable\"", "\"hangs\":\"unavailable\"");
        } finally {
            never.countDown();
        }
    }

    @Test
    void withoutALesserPartItIsHealthyAndSaysSo() {
        OperationRoutes operation = new OperationRoutes(
                LocalHttp.settings(null, null),
                List.of(HealthCheck.lesser("mediaService", () -> false)),
                metrics,
                Json.mapper());
        try (LocalHttp well = new LocalHttp(operation)) {
            HttpResponse<String> response = well.get("/health");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("\"status\":\"ok\"", "\"mediaService\":\"unavailable\"");
        }
    }

    @Test
    void metricsAreForThisMachineOrTheToken() {
        assertThat(http.get("/metrics").body()).contains("jvm_memory_used_bytes");
        assertThat(metricsThroughProxy(null).statusCode()).isEqualTo(401);
        assertThat(metricsThroughProxy("Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(metricsThroughProxy("Bearer scrape").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> metricsThroughProxy(String authorization) {
        var request = http.request("/metrics").header("X-Forwarded-For", "127.0.0.1");
        return http.send(authorization == null ? request : request.header("Authorization", authorization));
    }

    @Test
    void theDescriptionListsEveryRouteWithItsRefusals() {
        JsonNode document = Json.mapper().readTree(http.get("/openapi.json").body());

        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(declared.routes()).hasSizeGreaterThan(10);
        for (Route<?, ?> route : declared.routes()) {
            JsonNode operation = document.path("paths")
                    .path(route.path())
                    .path(route.method().name().toLowerCase(Locale.ROOT));
            assertThat(operation.path("summary").asString()).isEqualTo(route.summary());
            assertThat(operation.path("responses").has(Integer.toString(route.status())))
                    .isTrue();
        }
        JsonNode conflict = document.at("/paths/~1api~1accounts/post/responses/409");
        assertThat(conflict.path("description").asString()).contains("account.email_taken");
        assertThat(document.at("/paths/~1api~1account/get/responses/401/description")
                        .asString())
                .contains("auth.required");
        assertThat(document.at("/paths/~1api~1people~1{accountId}/get/parameters/0/in")
                        .asString())
                .isEqualTo("path");
    }

    @Test
    void theDescriptionsOfRecordsAreWhatTheyLookLikeAsJson() {
        JsonNode document = Json.mapper().readTree(http.get("/openapi.json").body());
        JsonNode schemas = document.at("/components/schemas");

        JsonNode person = schemas.path("Person");
        assertThat(person.at("/properties/id/format").asString()).isEqualTo("uuid");
        assertThat(person.at("/properties/avatarId/type").toString()).contains("null");
        assertThat(person.path("required").toString()).contains("username").doesNotContain("avatarId");
        assertThat(schemas.path("TokenTransport").path("enum").toString()).contains("cookie", "bearer");
        assertThat(schemas.path("ErrorCode").path("enum").toString()).contains("rate.limited");
        assertThat(schemas.toString()).contains("\"const\":\"members.added\"");
    }

    @Test
    void everyReferenceInTheDescriptionLeadsSomewhere() {
        JsonNode document = Json.mapper().readTree(http.get("/openapi.json").body());

        List<JsonNode> references = document.findValues("$ref");
        assertThat(references).isNotEmpty();
        for (JsonNode reference : references) {
            String pointer = reference.asString().substring(1);
            assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
        }
    }

    @Test
    void thePageForPeopleShowsEveryRouteAndNeedsNothingFromElsewhere() {
        HttpResponse<String> page = http.get("/docs");

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("/api/people/{accountId}", "Register &amp; &lt;be&gt; signed in")
                .doesNotContain("<script", "<style", "style=", "http://", "https://");
        assertThat(http.get("/docs.css").headers().firstValue("Content-Type")).hasValue("text/css;charset=utf-8");
    }
}
