package dev.chatcall.desktop.ui.form;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is asked for when a screen opens, and again when it changed. What was there stays until the answer is. */
public final class Loaded<T> {
    private final Supplier<CompletableFuture<T>> source;
    private final Executor fx;
    private final Store<State<T>> state = new Store<>(new State.Loading<>());
    private int asked;

    /** @param fx where it is asked and where answers come */
    public Loaded(Supplier<CompletableFuture<T>> source, Executor fx) {
        this.source = source;
        this.fx = fx;
    }

    public Observable<State<T>> state() {
        return state;
    }

    /** Asks; of several asks only the last one's answer counts. */
    public void load() {
        int ask = ++asked;
        if (state.get() instanceof State.Failed) {
            state.set(new State.Loading<>());
        }
        source.get().whenCompleteAsync((value, failure) -> receive(ask, value, failure), fx);
    }

    private void receive(int ask, T value, @Nullable Throwable failure) {
        if (ask == asked) {
            state.set(failure == null ? new State.There<>(value) : new State.Failed<>(Submit.cause(failure)));
        }
    }

    /** How far it has come. */
    public sealed interface State<T> {
        record Loading<T>() implements State<T> {}

        record There<T>(T value) implements State<T> {}

        record Failed<T>(Throwable failure) implements State<T> {}
    }
}
