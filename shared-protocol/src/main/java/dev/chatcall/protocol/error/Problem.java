package dev.chatcall.protocol.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every HTTP error, as {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code urn:chatcall:error:} and the code
 * @param title a short English sentence for developers; people are shown their catalogue's text for {@code code}
 * @param fields what is wrong with which field; empty where the error is not about fields
 * @param retryAfterMs milliseconds until another try makes sense, or null
 * @param requestId under which the server's log knows this request
 */
public record Problem(
        String type,
        String title,
        int status,
        ErrorCode code,
        List<FieldError> fields,
        @Nullable Long retryAfterMs,
        String requestId) {

    /** @param field the JSON name of the field */
    public record FieldError(String field, String reason) {}
}
