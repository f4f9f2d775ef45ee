package dev.chatcall.desktop.ui.fx;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * What a view watches, for as long as it is in a window that shows: begun when the view comes into one and ended when it
 * leaves, so that a view that is gone holds on to nothing. Used on the JavaFX thread.
 */
public final class Watching {
    private final ObservableValue<Boolean> showing;
    private final List<Supplier<Subscription>> begins = new ArrayList<>();
    private final List<Subscription> running = new ArrayList<>();
    private boolean active;

    public Watching(Node owner) {
        showing = owner.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false);
        showing.addListener((observable, before, now) -> setActive(now));
        setActive(showing.getValue());
    }

    /**
     * Gives the view the value: now where it shows, otherwise when it begins to, and after each change. Of changes that
     * come faster than the toolkit takes them only the latest is given. What the consumer is given never is older than
     * what it had.
     */
    public <T> void watch(Observable<T> source, Consumer<? super T> onFxThread) {
        add(() -> new Hop<>(source, onFxThread));
    }

    /** Begins and ends anything else with the view. */
    public void add(Supplier<Subscription> begin) {
        begins.add(begin);
        if (active) {
            running.add(begin.get());
        }
    }

    private void setActive(boolean now) {
        if (now == active) {
            return;
        }
        active = now;
        if (now) {
            // What begins may add more, which begins at once.
            List.copyOf(begins).forEach(begin -> running.add(begin.get()));
        } else {
            List<Subscription> ended = List.copyOf(running);
            running.clear();
            ended.forEach(Subscription::close);
        }
    }

    private static final class Hop<T> implements Subscription {
        private final Observable<T> source;
        private final Consumer<? super T> receive;
        private final AtomicBoolean underWay = new AtomicBoolean();
        private final Subscription changes;
        private boolean closed;

        private Hop(Observable<T> source, Consumer<? super T> receive) {
            this.source = source;
            this.receive = receive;
            changes = source.onChange(value -> {
                if (underWay.compareAndSet(false, true)) {
                    Platform.runLater(this::deliver);
                }
            });
            receive.accept(source.get());
        }

        private void deliver() {
            underWay.set(false);
            if (!closed) {
                receive.accept(source.get());
            }
        }

        @Override
        public void close() {
            closed = true;
            changes.close();
        }
    }
}
