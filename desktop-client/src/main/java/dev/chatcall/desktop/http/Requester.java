package dev.chatcall.desktop.http;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.protocol.error.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the server and turns everything that is no success into an {@link ApiException}; answers on the loop. */
public final class Requester {
    private final Http http;
    private final JsonMapper json;
    private final Executor loop;

    public Requester(Http http, JsonMapper json, Executor loop) {
        this.http = http;
        this.json = json;
        this.loop = loop;
    }

    /** Asks once, with this access token or without any. */
    <T> CompletableFuture<Dated<T>> ask(Question<T> question, @Nullable String bearer) {
        HttpAsk ask = new HttpAsk(question.method(), question.path(), question.body(), bearer);
        CompletableFuture<HttpAnswer> answer = http.request(ask).exceptionally(unreachable -> {
            throw new ApiException(ApiException.UNREACHABLE);
        });
        return Answers.on(loop, answer.thenApply(told -> read(told, question.read())));
    }

    /** A question whose answer is JSON. */
    <T> Question<T> asking(String method, String path, @Nullable Object body, Class<T> type) {
        return new Question<>(method, path, jsonOf(body), decoding(json.constructType(type)));
    }

    /** A question whose answer is a JSON array. */
    <T> Question<List<T>> askingList(String path, Class<T> type) {
        JavaType list = json.getTypeFactory().constructCollectionType(List.class, type);
        return new Question<>("GET", path, null, decoding(list));
    }

    /** A question whose answer says nothing, or nothing that is needed. */
    Question<Unit> telling(String method, String path, @Nullable Object body) {
        return new Question<>(method, path, jsonOf(body), _ -> Unit.DONE);
    }

    private HttpAsk.@Nullable Body jsonOf(@Nullable Object body) {
        return body == null ? null : new HttpAsk.Body("application/json", json.writeValueAsBytes(body));
    }

    private <T> Function<byte[], T> decoding(JavaType type) {
        return bytes -> json.readValue(bytes, type);
    }

    private <T> Dated<T> read(HttpAnswer answer, Function<byte[], T> read) {
        if (answer.status() < 200 || answer.status() >= 300) {
            throw failureOf(answer);
        }
        try {
            return new Dated<>(read.apply(answer.body()), answer.date());
        } catch (JacksonException e) {
            throw new ApiException(ApiException.UNEXPECTED);
        }
    }

    private ApiException failureOf(HttpAnswer answer) {
        try {
            JsonNode problem = json.readTree(answer.body());
            if (problem != null && problem.path("code").isString()) {
                JsonNode retry = problem.path("retryAfterMs");
                return new ApiException(
                        problem.path("code").stringValue(),
                        fieldsOf(problem.path("fields")),
                        retry.isNumber() ? retry.longValue() : null);
            }
        } catch (JacksonException e) {
            // Not a problem document: told below.
        }
        // A proxy that cannot reach the server says so in its own words.
        boolean unreachable = answer.status() >= 502 && answer.status() <= 504;
        return new ApiException(unreachable ? ApiException.UNREACHABLE : ApiException.UNEXPECTED);
    }

    private static List<FieldError> fieldsOf(JsonNode told) {
        List<FieldError> fields = new ArrayList<>();
        for (JsonNode field : told) {
            fields.add(new FieldError(
                    field.path("field").asString(""), field.path("reason").asString("")));
        }
        return fields;
    }
}
