package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Watches for a view what is another thing from time to time, such as whoever wrote last. What watches is a node without
 * size, which takes its watch with it when it is replaced.
 */
public final class Following {
    private final Pane view;
    private @Nullable Object followed;
    private Region watcher = new Region();

    public Following(Pane view) {
        this.view = view;
    }

    /**
     * Watches this from now on, in place of what was watched before.
     *
     * @param key what it is: the same again changes nothing
     */
    public <T> void follow(Object key, Observable<T> source, Consumer<? super T> onFxThread) {
        if (Objects.equals(key, followed)) {
            return;
        }
        followed = key;
        view.getChildren().remove(watcher);
        watcher = new Region();
        watcher.setManaged(false);
        new Watching(watcher).watch(source, onFxThread);
        view.getChildren().add(watcher);
    }
}
