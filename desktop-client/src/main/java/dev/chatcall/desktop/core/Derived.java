package dev.chatcall.desktop.core;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a function makes of two values; remembers the last result while it is watched, and tells of changes of the result alone.
 * Holds nothing unwatched. Read from any thread.
 */
final class Derived<A, B, T> implements Observable<T> {
    private final Observable<A> first;
    private final Observable<B> second;
    private final BiFunction<? super A, ? super B, ? extends T> function;
    private final AtomicInteger watchers = new AtomicInteger();
    private volatile @Nullable Memo<A, B, T> memo;

    Derived(Observable<A> first, Observable<B> second, BiFunction<? super A, ? super B, ? extends T> function) {
        this.first = first;
        this.second = second;
        this.function = function;
    }

    @Override
    public T get() {
        A a = first.get();
        B b = second.get();
        Memo<A, B, T> known = memo;
        if (known != null && known.first().equals(a) && known.second().equals(b)) {
            return known.value();
        }
        T made = function.apply(a, b);
        // The same object for the same value, so that what is made of it is not made anew.
        T value = known != null && known.value().equals(made) ? known.value() : made;
        if (watchers.get() > 0) {
            memo = new Memo<>(a, b, value);
        }
        return value;
    }

    @Override
    public Subscription onChange(Consumer<? super T> listener) {
        watchers.incrementAndGet();
        Store<T> last = new Store<>(get());
        Subscription toLast = last.onChange(listener);
        Subscription toFirst = first.onChange(_ -> last.set(get()));
        Subscription toSecond = second.onChange(_ -> last.set(get()));
        AtomicBoolean watching = new AtomicBoolean(true);
        return () -> {
            toFirst.close();
            toSecond.close();
            toLast.close();
            if (watching.getAndSet(false) && watchers.decrementAndGet() == 0) {
                memo = null;
            }
        };
    }

    private record Memo<A, B, T>(A first, B second, T value) {}
}
