package dev.chatcall.server.error;

import dev.chatcall.protocol.error.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An expected refusal: what was asked cannot be, and nothing was changed. Each edge turns it into its own kind of answer.
 * It carries no stack trace.
 */
public final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Duration retryAfter;

    public ServiceException(ErrorCode code, String detail) {
        this(code, detail, null);
    }

    /**
     * @param detail an English sentence for developers, without secrets or message text
     * @param retryAfter when another try makes sense, or null
     */
    public ServiceException(ErrorCode code, String detail, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public ErrorCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
