package dev.chatcall.server.error;

import dev.chatcall.protocol.InvalidFieldException;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.error.Problem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What an edge tells of an expected failure, whichever exception it travelled in.
 *
 * @param detail an English sentence for developers; holds nothing of what was sent
 * @param fields what is wrong with which field, where the refusal is about fields
 */
public record Refusal(
        ErrorCode code,
        String detail,
        List<Problem.FieldError> fields,
        @Nullable Duration retryAfter) {

    /** Null when the failure is none that was expected: a fault of the server's own. */
    public static @Nullable Refusal of(Throwable failure) {
        return switch (failure) {
            case ServiceException refused ->
                new Refusal(refused.code(), refused.detail(), List.of(), refused.retryAfter());
            case InvalidFieldException invalid -> invalidField(invalid, "");
            case JacksonException unreadable -> unreadable(unreadable);
            default -> null;
        };
    }

    private static Refusal unreadable(JacksonException failure) {
        String path = path(failure.getPath());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidFieldException invalid) {
                return invalidField(invalid, path);
            }
        }
        List<Problem.FieldError> fields =
                path.isEmpty() ? List.of() : List.of(new Problem.FieldError(path, "is missing or of another type"));
        return new Refusal(ErrorCode.REQUEST_MALFORMED, "This is not JSON of the expected shape", fields, null);
    }

    private static Refusal invalidField(InvalidFieldException invalid, String parent) {
        String field = parent.isEmpty() ? invalid.field() : parent + "." + invalid.field();
        String reason = String.valueOf(invalid.getMessage())
                .substring(invalid.field().length())
                .trim();
        return new Refusal(
                invalid.code(), "A field is not what it may be", List.of(new Problem.FieldError(field, reason)), null);
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            String name = reference.getPropertyName();
            if (name == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }
}
