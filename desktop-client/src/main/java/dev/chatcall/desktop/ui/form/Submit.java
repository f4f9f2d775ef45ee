package dev.chatcall.desktop.ui.form;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a form's action once at a time and keeps what went wrong. */
public final class Submit {
    private final Executor fx;
    private final Store<State> state = new Store<>(new State(false, null));

    /** @param fx where it is run and where its end is told */
    public Submit(Executor fx) {
        this.fx = fx;
    }

    public Observable<State> state() {
        return state;
    }

    /**
     * Begins the action, unless one is on its way.
     *
     * @param then what to do with its result; not called when it fails
     */
    public <T> void run(Supplier<CompletableFuture<T>> action, Consumer<? super T> then) {
        if (state.get().busy()) {
            return;
        }
        state.set(new State(true, null));
        action.get().whenCompleteAsync((result, failure) -> end(result, failure, then), fx);
    }

    /** Forgets what went wrong. */
    public void clear() {
        state.update(now -> new State(now.busy(), null));
    }

    private <T> void end(T result, @Nullable Throwable failure, Consumer<? super T> then) {
        state.set(new State(false, failure == null ? null : cause(failure)));
        if (failure == null) {
            then.accept(result);
        }
    }

    /** What a future failed with, out of what futures wrap it in. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** @param failure what the last run failed with */
    public record State(boolean busy, @Nullable Throwable failure) {
        /** The stable code of what went wrong, for showing it at the field it is about; null when nothing has. */
        public @Nullable String code() {
            return failure instanceof ApiException refused ? refused.code() : null;
        }
    }
}
