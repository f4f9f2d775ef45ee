package dev.chatcall.desktop.ui.attention;

/** The system's own notifications. */
public interface SystemNotices {
    /**
     * Shows one, where the system has any. Blocks nobody.
     *
     * @param open runs on the JavaFX thread when it is pressed, where the system tells
     * @return false where the system has none: it must be said in the window
     */
    boolean show(String title, String text, Runnable open);

    /** No system's. */
    static SystemNotices none() {
        return (title, text, open) -> false;
    }
}
