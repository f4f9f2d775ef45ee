package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Subscription;
import java.util.List;
import java.util.function.Consumer;

/** Several values as one list, in their order; told of each change of any of them. */
public record Everybody<T>(List<Observable<T>> sources) implements Observable<List<T>> {
    public Everybody {
        sources = List.copyOf(sources);
    }

    @Override
    public List<T> get() {
        return sources.stream().map(Observable::get).toList();
    }

    @Override
    public Subscription onChange(Consumer<? super List<T>> listener) {
        List<Subscription> all = sources.stream()
                .map(source -> source.onChange(changed -> listener.accept(get())))
                .toList();
        return () -> all.forEach(Subscription::close);
    }
}
