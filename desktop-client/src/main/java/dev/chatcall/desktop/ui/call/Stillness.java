package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.ui.fx.Watching;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Whether nothing has moved over the call for three seconds, so that the controls may go. They stay while the keyboard is
 * used, while something holds them, and for who wants little motion.
 */
final class Stillness {
    private static final Duration STILL = Duration.seconds(3);

    private final Node pane;
    private final BooleanSupplier held;
    private final Consumer<Boolean> tell;
    private final PauseTransition pause = new PauseTransition(STILL);
    private final EventHandler<KeyEvent> key = event -> stay();
    private boolean still;

    /**
     * @param held something of the controls is open or has the keyboard
     * @param tell is given each change
     */
    Stillness(Node pane, BooleanSupplier held, Consumer<Boolean> tell) {
        this.pane = pane;
        this.held = held;
        this.tell = tell;
        pause.setOnFinished(event -> rest());
        pane.addEventFilter(MouseEvent.MOUSE_MOVED, event -> stir());
        pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> stir());
        pane.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> stir());
        new Watching(pane).add(() -> {
            Scene scene = pane.getScene();
            scene.addEventFilter(KeyEvent.KEY_PRESSED, key);
            stir();
            return () -> {
                scene.removeEventFilter(KeyEvent.KEY_PRESSED, key);
                pause.stop();
            };
        });
    }

    /** Something moved: the three seconds begin anew. */
    void stir() {
        set(false);
        pause.playFromStart();
    }

    /** Who uses the keyboard finds the controls where they are, until the pointer moves again. */
    private void stay() {
        set(false);
        pause.stop();
    }

    private void rest() {
        if (held.getAsBoolean() || Motion.reduced()) {
            pause.playFromStart();
            return;
        }
        set(pane.getScene() != null);
    }

    private void set(boolean now) {
        if (still != now) {
            still = now;
            tell.accept(now);
        }
    }
}
