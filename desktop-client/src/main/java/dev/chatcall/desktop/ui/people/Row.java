package dev.chatcall.desktop.ui.people;

import javafx.scene.layout.Region;

/** One line of a list. Made for one thing, and told when that thing has changed. */
public interface Row<T> {
    /** What is shown. It watches what it needs for as long as it is in a window. */
    Region node();

    /** The same thing as before, changed. */
    void show(T item);
}
