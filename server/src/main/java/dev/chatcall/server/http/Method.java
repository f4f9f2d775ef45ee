package dev.chatcall.server.http;

/** The methods that routes use. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    /** Whether asking changes something, so that a page of another origin must not do it with a person's cookies. */
    boolean changes() {
        return this != GET;
    }
}
