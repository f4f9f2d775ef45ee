package dev.chatcall.desktop.ui.gallery;

import java.util.function.Consumer;

/**
 * A screen in one of its states.
 *
 * @param hang brings it on
 */
record Exhibit(String name, Consumer<Room> hang) {
    @Override
    public String toString() {
        return name;
    }
}
