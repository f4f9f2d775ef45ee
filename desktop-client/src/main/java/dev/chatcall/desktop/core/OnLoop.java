package dev.chatcall.desktop.core;

import dev.chatcall.desktop.http.Answers;
import dev.chatcall.desktop.loop.Loop;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** From any thread to the loop, and back as the facade promises it. */
final class OnLoop {
    private final Loop loop;

    OnLoop(Loop loop) {
        this.loop = loop;
    }

    <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> action) {
        return Answers.on(loop, CompletableFuture.supplyAsync(action, loop).thenCompose(Function.identity()));
    }

    /** What is asked, and its answer passed over. */
    CompletableFuture<Void> act(Supplier<? extends CompletableFuture<?>> action) {
        return Answers.on(
                loop,
                CompletableFuture.supplyAsync(() -> action.get(), loop)
                        .thenCompose(answer -> answer.<Void>thenApply(_ -> null)));
    }

    void tell(Runnable action) {
        loop.execute(action);
    }
}
