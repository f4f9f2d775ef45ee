package dev.chatcall.desktop.http;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.protocol.InvalidFieldException;
import dev.chatcall.protocol.error.Problem.FieldError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Futures as the facade gives them: done on the core's loop, failing with {@link ApiException} and with nothing else. */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    public static <T> CompletableFuture<T> on(Executor loop, CompletableFuture<T> source) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        source.whenCompleteAsync(
                (value, failure) -> {
                    if (failure == null) {
                        answer.complete(value);
                    } else {
                        answer.completeExceptionally(failureOf(failure));
                    }
                },
                loop);
        return answer;
    }

    /** What failed, without what futures wrap around it. What was never expected is {@code network.unexpected}. */
    public static ApiException failureOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ApiException failure) {
            return failure;
        }
        if (cause instanceof InvalidFieldException invalid) {
            FieldError field = new FieldError(invalid.field(), String.valueOf(invalid.getMessage()));
            return new ApiException(invalid.code().code(), List.of(field), null);
        }
        LOG.warn("Something that was not expected", cause);
        return new ApiException(ApiException.UNEXPECTED);
    }

    /** The session does not hold, or never did. */
    public static boolean isAuth(ApiException failure) {
        return failure.code().startsWith("auth.");
    }
}
