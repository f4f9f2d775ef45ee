package dev.chatcall.desktop.ui;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/**
 * What lies over the window and is answered before anything else. One at a time: a new one takes the place of the one
 * before. The focus stays inside, Escape closes. Used on the JavaFX thread.
 */
public interface Dialogs {
    /** Shows content below a title with a button that closes. It is as wide as the content asks to be. */
    void show(Region content, String title);

    void close();

    /** Whether one is open. */
    boolean isOpen();

    /** Asks; {@code then} runs when it is confirmed, after the dialog has closed. */
    void confirm(String title, String text, String confirm, boolean danger, Runnable then);

    /** Asks and stays, busy, until it is done; what went wrong is said in the dialog, which then stays open. */
    void ask(String title, String text, String confirm, boolean danger, Supplier<? extends CompletableFuture<?>> act);
}
