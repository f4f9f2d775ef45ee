package dev.chatcall.server.http;

import dev.chatcall.protocol.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What operators and tools rely on: health, metrics, and the description of the interface. */
public final class OperationRoutes implements Routes {
    private static final long PATIENCE_SECONDS = 3;
    private static final String ASK_AGAIN = "no-cache";

    private final String version;
    private final Operators operators;
    private final List<HealthCheck> checks;
    private final Metrics metrics;
    private final JsonMapper json;
    private byte @Nullable [] openApi;

    public OperationRoutes(HttpSettings settings, List<HealthCheck> checks, Metrics metrics, JsonMapper json) {
        this.version = settings.version();
        this.operators = new Operators(settings.metricsToken());
        this.checks = List.copyOf(checks);
        this.metrics = metrics;
        this.json = json;
    }

    @Override
    public void declare(Api api) {
        api.get("/health", "Whether the server works; 503 when it does not")
                .anyone()
                .answers(Map.class, this::health);
        api.get("/metrics", "Measurements for Prometheus: from this machine, or with the metrics token")
                .anyone()
                .refuses(ErrorCode.AUTH_REQUIRED)
                .answersContent("text/plain", this::metrics);
        api.get("/openapi.json", "This interface, as OpenAPI 3.1")
                .anyone()
                .answersContent("application/json", call -> new Content(openApi(api), "application/json", ASK_AGAIN));
        api.get("/docs", "This interface, for people")
                .anyone()
                .answersContent("text/html", call -> text(DocsPage.html(api.routes()), "text/html;charset=utf-8"));
        api.get("/docs.css", "How /docs looks")
                .anyone()
                .answersContent("text/css", call -> text(resource("docs.css"), "text/css;charset=utf-8"));
    }

    private Map<String, String> health(Call<?> call) {
        Map<String, String> health = new LinkedHashMap<>();
        health.put("status", "ok");
        health.put("version", version);
        List<CompletableFuture<Boolean>> answers =
                checks.stream().map(OperationRoutes::ask).toList();
        for (int i = 0; i < checks.size(); i++) {
            boolean healthy = answers.get(i).join();
            health.put(checks.get(i).name(), healthy ? "ok" : "unavailable");
            if (!healthy && checks.get(i).essential()) {
                health.put("status", "unavailable");
                call.status(503);
            }
        }
        return health;
    }

    private static CompletableFuture<Boolean> ask(HealthCheck check) {
        return CompletableFuture.supplyAsync(() -> check.healthy().getAsBoolean(), Thread::startVirtualThread)
                .exceptionally(failure -> false)
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private Content metrics(Call<?> call) {
        operators.require(call);
        return new Content(
                metrics.scrape().getBytes(StandardCharsets.UTF_8),
                "text/plain; version=0.0.4;charset=utf-8",
                "no-store");
    }

    /** Written at the first request, when all routes are declared, and then kept. */
    private synchronized byte[] openApi(Api api) {
        byte[] document = openApi;
        if (document == null) {
            document = new OpenApi(json).document(api.routes(), version);
            openApi = document;
        }
        return document;
    }

    private static Content text(String text, String mediaType) {
        return new Content(text.getBytes(StandardCharsets.UTF_8), mediaType, ASK_AGAIN);
    }

    private static String resource(String name) {
        try (InputStream stream = OperationRoutes.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the classpath");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
