package dev.chatcall.desktop.http;

import org.jspecify.annotations.Nullable;

/** An answer with the server's clock (ms since the epoch), or null where the answer does not say. */
public record Dated<T>(T value, @Nullable Long date) {}
