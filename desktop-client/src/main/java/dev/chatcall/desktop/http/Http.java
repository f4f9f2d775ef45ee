package dev.chatcall.desktop.http;

import java.util.concurrent.CompletableFuture;

/** Requests to one server. */
public interface Http {
    /** From any thread; done on any thread. Fails only when no answer came. */
    CompletableFuture<HttpAnswer> request(HttpAsk ask);
}
