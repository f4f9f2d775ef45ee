package dev.chatcall.desktop.ui.conversation.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a message that is selected: one in the whole list. On the JavaFX thread. */
final class Selection {
    /**
     * @param key the row's
     * @param anchor where it was begun, as {@link SelectableText} counts
     * @param caret where it goes on, before or after that
     */
    record Part(String key, int anchor, int caret) {
        int from() {
            return Math.min(anchor, caret);
        }

        int to() {
            return Math.max(anchor, caret);
        }

        boolean isEmpty() {
            return anchor == caret;
        }
    }

    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Part part;
    private String text = "";

    @Nullable
    Part part() {
        return part;
    }

    /** Null where nothing of this row is selected. */
    @Nullable
    Part of(@Nullable String key) {
        Part held = part;
        return held != null && held.key().equals(key) ? held : null;
    }

    /** What is selected, also while its row is scrolled away; empty where nothing is. */
    String text() {
        return text;
    }

    /** @param says what is said there */
    void set(Part next, String says) {
        text = says;
        part = next;
        tell();
    }

    void clear() {
        if (part != null) {
            part = null;
            text = "";
            tell();
        }
    }

    /** Cells live as long as their list, so they never take it back. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
