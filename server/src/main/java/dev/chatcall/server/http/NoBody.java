package dev.chatcall.server.http;

/** The body of a call whose route takes none; a body sent all the same is not read. */
public enum NoBody {
    NONE
}
