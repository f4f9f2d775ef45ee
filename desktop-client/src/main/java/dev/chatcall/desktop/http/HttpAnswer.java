package dev.chatcall.desktop.http;

import org.jspecify.annotations.Nullable;

/** @param date the server's clock (ms since the epoch), or null where the answer does not say */
public record HttpAnswer(int status, byte[] body, @Nullable Long date) {}
