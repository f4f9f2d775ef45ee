package dev.chatcall.desktop.call;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does one thing once more as long as it was asked for meanwhile, and never twice at once. On the loop. */
final class Again implements AutoCloseable {
    private final Supplier<CompletableFuture<Void>> work;
    private final Consumer<Throwable> failed;
    private boolean working;
    private boolean wanted;
    private boolean closed;

    /** @param failed then it is done again only when it is asked for */
    Again(Supplier<CompletableFuture<Void>> work, Consumer<Throwable> failed) {
        this.work = work;
        this.failed = failed;
    }

    void ask() {
        wanted = true;
        if (!working && !closed) {
            begin();
        }
    }

    private void begin() {
        working = true;
        wanted = false;
        work.get().whenComplete((done, failure) -> {
            working = false;
            if (closed) {
                return;
            }
            if (failure != null) {
                failed.accept(failure);
            } else if (wanted) {
                begin();
            }
        });
    }

    @Override
    public void close() {
        closed = true;
    }
}
