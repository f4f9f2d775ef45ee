package dev.chatcall.desktop.server;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.account.ServerInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks an address whether a ChatCall server is there that this program can speak with. */
public final class ServerCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int OK = 200;

    private final Executor background;
    private final JsonMapper mapper;

    /** @param background where it may block */
    public ServerCheck(Executor background, JsonMapper mapper) {
        this.background = background;
        this.mapper = mapper;
    }

    /** What was found there. */
    public enum Finding {
        FINE,
        INVALID,
        INSECURE,
        UNREACHABLE,
        CERTIFICATE,
        NOT_CHAT_CALL,
        UNHEALTHY,
        OTHER_VERSION
    }

    /** @param url where the server is, without a slash at the end; empty where nothing was asked */
    public record Result(Finding finding, String url) {}

    /** Never fails. */
    public CompletableFuture<Result> check(String typed) {
        return switch (ServerAddress.parse(typed)) {
            case ServerAddress.Typed.Invalid() -> CompletableFuture.completedFuture(new Result(Finding.INVALID, ""));
            case ServerAddress.Typed.Insecure() -> CompletableFuture.completedFuture(new Result(Finding.INSECURE, ""));
            case ServerAddress.Typed.Url(String url) ->
                CompletableFuture.supplyAsync(() -> new Result(ask(url), url), background);
        };
    }

    private Finding ask(String url) {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build()) {
            HttpResponse<String> health = get(http, url + "/health");
            HttpResponse<String> info = get(http, url + "/api/server");
            if (info.statusCode() != OK) {
                return Finding.NOT_CHAT_CALL;
            }
            ServerInfo server = mapper.readValue(info.body(), ServerInfo.class);
            if (server.protocol() != Limits.PROTOCOL_VERSION) {
                return server.protocol() == 0 ? Finding.NOT_CHAT_CALL : Finding.OTHER_VERSION;
            }
            return health.statusCode() == OK ? Finding.FINE : Finding.UNHEALTHY;
        } catch (JacksonException e) {
            return Finding.NOT_CHAT_CALL;
        } catch (SSLException e) {
            return Finding.CERTIFICATE;
        } catch (IOException e) {
            return Finding.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.UNREACHABLE;
        }
    }

    private static HttpResponse<String> get(HttpClient http, String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
