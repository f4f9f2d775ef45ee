package dev.chatcall.server.http;

/** What a route takes. */
public sealed interface RequestBody {

    record None() implements RequestBody {}

    /** One record of the protocol, at most {@link dev.chatcall.protocol.Limits#BODY_BYTES_MAX} bytes. */
    record Json(Class<?> type) implements RequestBody {}

    /** Bytes as they come. */
    record Bytes(int max) implements RequestBody {}
}
