package dev.chatcall.desktop.observable;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

record Mapped<S, T>(Observable<S> source, Function<? super S, ? extends T> function) implements Observable<T> {

    @Override
    public T get() {
        return function.apply(source.get());
    }

    @Override
    public Subscription onChange(Consumer<? super T> listener) {
        Store<T> last = new Store<>(get());
        Subscription toLast = last.onChange(listener);
        Subscription toSource = source.onChange(value -> last.set(Objects.requireNonNull(function.apply(value))));
        return () -> {
            toSource.close();
            toLast.close();
        };
    }
}
