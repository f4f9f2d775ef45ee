package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.ui.Navigation;
import dev.chatcall.desktop.ui.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The place, and the way back through those before. */
public final class Navigator implements Navigation {
    private static final int REMEMBERED = 50;

    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place.Chats());
    private final Deque<Place> before = new ArrayDeque<>();

    @Override
    public ObservableValue<Place> place() {
        return place.getReadOnlyProperty();
    }

    @Override
    public void go(Place next) {
        if (next.equals(place.get())) {
            return;
        }
        before.addLast(place.get());
        if (before.size() > REMEMBERED) {
            before.removeFirst();
        }
        place.set(next);
    }

    @Override
    public void back() {
        Place last = before.pollLast();
        place.set(last == null ? new Place.Chats() : last);
    }
}
