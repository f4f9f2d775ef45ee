package dev.chatcall.desktop.call;

import dev.chatcall.protocol.call.CallPage;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One's past calls, as the server keeps them. */
public interface CallHistory {
    /** The newest, or those before a call; fails with {@code ApiException}. */
    CompletableFuture<CallPage> before(@Nullable UUID callId);
}
