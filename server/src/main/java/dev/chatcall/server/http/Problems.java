package dev.chatcall.server.http;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.error.Problem;
import dev.chatcall.server.error.Refusal;
import dev.chatcall.server.id.Ids;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever stopped a request into the one shape of an error. What nobody expected is logged under its id. */
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final JsonMapper json;
    private final Ids ids;

    Problems(JsonMapper json, Ids ids) {
        this.json = json;
        this.ids = ids;
    }

    void answer(Throwable failure, Context context) {
        String requestId = ids.next().toString();
        Refusal refusal = refusal(failure);
        if (refusal == null) {
            log.error("Request {} failed: {} {}", requestId, context.method(), context.path(), failure);
            refusal = plain(ErrorCode.SERVER_INTERNAL, "Something went wrong on the server");
        } else {
            log.debug("Request {} refused with {}: {}", requestId, refusal.code(), refusal.detail());
        }
        answer(refusal, requestId, context);
    }

    private void answer(Refusal refusal, String requestId, Context context) {
        Duration retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            context.header(
                    "Retry-After",
                    Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
        }
        if (refusal.code().status() == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
        context.header("Cache-Control", "no-store");
        context.status(refusal.code().status());
        context.contentType(MEDIA_TYPE);
        context.result(bytes(refusal, requestId));
    }

    /** The body for an error that the listening socket itself answers, before any route. */
    byte[] body(ErrorCode code, String detail) {
        return bytes(plain(code, detail), ids.next().toString());
    }

    private byte[] bytes(Refusal refusal, String requestId) {
        Duration retryAfter = refusal.retryAfter();
        return json.writeValueAsBytes(new Problem(
                "urn:chatcall:error:" + refusal.code().code(),
                refusal.detail(),
                refusal.code().status(),
                refusal.code(),
                refusal.fields(),
                retryAfter == null ? null : retryAfter.toMillis(),
                requestId));
    }

    private static @Nullable Refusal refusal(Throwable failure) {
        if (failure instanceof HttpResponseException unrouted) {
            return ofStatus(unrouted.getStatus());
        }
        return Refusal.of(failure);
    }

    /** Of what not even a handler of exceptions can catch, such as too deep a recursion. */
    void answer(Error failure, HttpServletResponse response) {
        String requestId = ids.next().toString();
        log.error("Request {} failed", requestId, failure);
        response.setStatus(ErrorCode.SERVER_INTERNAL.status());
        response.setContentType(MEDIA_TYPE);
        try {
            response.getOutputStream().write(bytes(ofStatus(500), requestId));
        } catch (IOException gone) {
            log.debug("Nobody was left to hear of request {}", requestId, gone);
        }
    }

    /** What the router or the socket refuses by itself. */
    static Refusal ofStatus(int status) {
        return switch (status) {
            case 404 -> plain(ErrorCode.NOT_FOUND, "There is nothing at this address");
            case 405 -> plain(ErrorCode.METHOD_NOT_ALLOWED, "This address has other methods");
            case 413, 414, 431 -> plain(ErrorCode.REQUEST_TOO_LARGE, "The request is too large");
            case 505 -> plain(ErrorCode.REQUEST_MALFORMED, "This version of HTTP is not spoken here");
            case 503 -> plain(ErrorCode.SERVER_BUSY, "The server is stopping or has too much to do");
            default ->
                status < 500
                        ? plain(ErrorCode.REQUEST_MALFORMED, "This is not a request that the server understands")
                        : plain(ErrorCode.SERVER_INTERNAL, "Something went wrong on the server");
        };
    }

    private static Refusal plain(ErrorCode code, String detail) {
        return new Refusal(code, detail, List.of(), null);
    }
}
