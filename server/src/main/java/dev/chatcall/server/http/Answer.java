package dev.chatcall.server.http;

/** What a route answers when it does not refuse. */
public sealed interface Answer {

    /** 204. */
    record Nothing() implements Answer {}

    record One(Class<?> type) implements Answer {}

    record ListOf(Class<?> type) implements Answer {}

    /** @param mediaType for the description; the {@link Content} says its own */
    record Raw(String mediaType) implements Answer {}
}
