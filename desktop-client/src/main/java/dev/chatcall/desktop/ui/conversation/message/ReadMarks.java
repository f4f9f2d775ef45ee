package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.conversation.list.Place;
import dev.chatcall.desktop.ui.conversation.list.VirtualList;
import dev.chatcall.desktop.ui.conversation.rows.Row;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Tells the core how far the person has seen the messages, while the window is in front. */
final class ReadMarks {
    /** A line counts as seen when no more than this of it is below the edge, in pixels. */
    private static final double SLACK = 12;

    private final VirtualList<Row> list;
    private final LongConsumer markRead;
    private long marked = -1;

    ReadMarks(VirtualList<Row> list, LongConsumer markRead) {
        this.list = list;
        this.markRead = markRead;
    }

    /** Marks also when the window comes to the front. */
    Subscription watchWindow(Node owner) {
        ObservableValue<Boolean> focused = owner.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .orElse(false);
        InvalidationListener listener = observable -> {
            focused.getValue();
            mark();
        };
        focused.addListener(listener);
        return () -> focused.removeListener(listener);
    }

    void mark() {
        if (!isInFront()) {
            return;
        }
        List<Place> places = list.geometry().places();
        double edge = list.getHeight() + SLACK;
        for (Place place : places.reversed()) {
            Long seq = place.bottom() <= edge ? seqOf(place.index()) : null;
            if (seq != null) {
                if (seq > marked) {
                    marked = seq;
                    markRead.accept(seq);
                }
                return;
            }
        }
    }

    private boolean isInFront() {
        Scene scene = list.getScene();
        return scene != null && scene.getWindow() != null && scene.getWindow().isFocused();
    }

    private @Nullable Long seqOf(int index) {
        TimelineEntry entry = switch (list.geometry().rows().get(index)) {
            case Row.Bubble bubble -> bubble.entry();
            case Row.Event(var message) -> message;
            case Row.Beginning _, Row.Day _, Row.NewLine _ -> null;
        };
        return entry == null ? null : entry.seq();
    }
}
