package dev.chatcall.server.gateway;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.Refusal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.exc.InvalidTypeIdException;

/** Turns what went wrong into the {@code error} frame that says so. */
final class Replies {
    private static final Logger log = LoggerFactory.getLogger(Replies.class);

    private Replies() {}

    static ServerMessage.Error error(@Nullable String requestId, ErrorCode code, String detail) {
        return new ServerMessage.Error(requestId, code, detail, null);
    }

    /** @param requestId of the frame that failed, or null */
    static ServerMessage.Error error(@Nullable String requestId, Throwable failure) {
        if (failure instanceof InvalidTypeIdException) {
            return error(requestId, ErrorCode.PROTOCOL_UNKNOWN_TYPE, "There is no message of that type");
        }
        Refusal refusal = Refusal.of(failure);
        if (refusal == null) {
            log.error("A frame could not be handled", failure);
            return error(requestId, ErrorCode.SERVER_INTERNAL, "The server is at fault");
        }
        return new ServerMessage.Error(requestId, refusal.code(), detail(refusal), retryAfterMs(refusal));
    }

    private static String detail(Refusal refusal) {
        return refusal.fields().isEmpty()
                ? refusal.detail()
                : refusal.fields().stream()
                        .map(field -> field.field() + " " + field.reason())
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable Long retryAfterMs(Refusal refusal) {
        return refusal.retryAfter() == null ? null : refusal.retryAfter().toMillis();
    }
}
