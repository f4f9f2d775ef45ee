package dev.chatcall.protocol;

import dev.chatcall.protocol.error.ErrorCode;

/** A field of a message or body is not what the protocol allows. An expected refusal: it carries no stack trace. */
public final class InvalidFieldException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String field;

    public InvalidFieldException(ErrorCode code, String field, String reason) {
        super(field + " " + reason);
        this.code = code;
        this.field = field;
    }

    public ErrorCode code() {
        return code;
    }

    /** The name of the field as it stands in the JSON. */
    public String field() {
        return field;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
