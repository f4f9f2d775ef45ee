package dev.chatcall.desktop.observable;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A value that changes. Values are immutable and can be read from any thread; listeners are called on the thread that
 * changed it, which is the core's loop.
 */
public interface Observable<T> {
    T get();

    /** Calls the listener after each change, not now. */
    Subscription onChange(Consumer<? super T> listener);

    /** Calls the listener now, on this thread, and after each change. */
    default Subscription watch(Consumer<? super T> listener) {
        Subscription subscription = onChange(listener);
        listener.accept(get());
        return subscription;
    }

    /** What a function makes of the value; tells of changes of the result alone. Cheap, and holds nothing unwatched. */
    default <R> Observable<R> map(Function<? super T, ? extends R> function) {
        return new Mapped<>(this, function);
    }
}
