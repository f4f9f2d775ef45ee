package dev.chatcall.desktop.observable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** An observable that its owner sets, on the core's loop. Setting an equal value tells nobody. */
public final class Store<T> implements Observable<T> {
    private final List<Listener<T>> listeners = new CopyOnWriteArrayList<>();
    private volatile T value;

    public Store(T value) {
        this.value = value;
    }

    @Override
    public T get() {
        return value;
    }

    public void set(T next) {
        if (next.equals(value)) {
            return;
        }
        value = next;
        for (Listener<T> listener : listeners) {
            listener.receive.accept(next);
        }
    }

    public void update(UnaryOperator<T> change) {
        set(change.apply(value));
    }

    @Override
    public Subscription onChange(Consumer<? super T> listener) {
        // An object of its own, so that the same consumer may listen twice.
        Listener<T> own = new Listener<>(listener::accept);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private static final class Listener<T> {
        private final Consumer<T> receive;

        private Listener(Consumer<T> receive) {
            this.receive = receive;
        }
    }
}
