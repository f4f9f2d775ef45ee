package dev.chatcall.desktop.ui;

import org.jspecify.annotations.Nullable;

/** Short messages in the window that go by themselves; at most three at a time. Used on the JavaFX thread. */
public interface Toasts {
    void show(Toast toast);

    default void show(String text) {
        show(new Toast(null, null, text, null, null));
    }

    /** @param action what the button says that runs {@code act} */
    default void show(String text, String action, Runnable act) {
        show(new Toast(null, null, text, new Action(action, act), null));
    }

    /**
     * @param key a newer toast with the same takes the place of this one
     * @param open runs when the toast itself is pressed
     */
    record Toast(
            @Nullable String key,
            @Nullable String title,
            String text,
            @Nullable Action action,
            @Nullable Runnable open) {}

    record Action(String label, Runnable act) {}
}
