package dev.chatcall.desktop.call;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Tasks one after the other, on the loop. One that fails holds up nobody. */
final class Turn {
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    /** @return when this one is done, or its failure */
    CompletableFuture<Void> take(Supplier<CompletableFuture<Void>> task) {
        CompletableFuture<Void> done = last.handle((result, failure) -> null).thenCompose(before -> task.get());
        last = done;
        return done;
    }
}
