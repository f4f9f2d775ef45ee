package dev.chatcall.desktop.call;

import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import java.util.concurrent.CompletableFuture;

/** Asks the server about calls. */
interface Asking {
    /**
     * Fails with {@code ApiException}: the server's refusal, or {@code network.unreachable} when no answer came.
     *
     * @param answer what the protocol says that it is answered by
     */
    <R extends CallReply> CompletableFuture<R> ask(CallRequest request, Class<R> answer);

    /** For what is only done. */
    default CompletableFuture<Void> ask(CallRequest request) {
        return ask(request, CallReply.Done.class).thenAccept(done -> {});
    }
}
