package dev.chatcall.desktop.client;

import dev.chatcall.protocol.error.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an action failed. Show the catalogue's text for the code ({@code error.<code>}). */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** No answer: offline, the server is down, or something between. Nothing is known of what was asked. */
    public static final String UNREACHABLE = "network.unreachable";
    /** An answer that is none of this protocol's, such as a proxy's error page. */
    public static final String UNEXPECTED = "network.unexpected";

    private final String code;
    private final transient List<FieldError> fields;
    private final @Nullable Long retryAfterMs;

    /**
     * @param code one of the server's ({@link dev.chatcall.protocol.error.ErrorCode}), or one of the two above
     * @param fields what is wrong with which field of a form; often empty
     * @param retryAfterMs milliseconds until another try makes sense
     */
    public ApiException(String code, List<FieldError> fields, @Nullable Long retryAfterMs) {
        super(code, null, false, false);
        this.code = code;
        this.fields = List.copyOf(fields);
        this.retryAfterMs = retryAfterMs;
    }

    public ApiException(String code) {
        this(code, List.of(), null);
    }

    public String code() {
        return code;
    }

    public List<FieldError> fields() {
        return fields;
    }

    public @Nullable Long retryAfterMs() {
        return retryAfterMs;
    }
}
