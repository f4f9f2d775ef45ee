package dev.chatcall.server.http;

/** Who may use a route. Each level includes the ones before. */
public enum Access {
    ANYONE,
    SIGNED_IN,
    ADMINISTRATOR
}
