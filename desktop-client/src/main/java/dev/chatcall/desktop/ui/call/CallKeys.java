package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Attempt;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * {@code m}, {@code v}, and the space bar held to talk while muted; wherever one is in the window, but not while one
 * writes. Escape makes the call small.
 */
final class CallKeys implements Subscription {
    private final CallActions calls;
    private final Screens screens;
    private final Runnable minimise;
    private final BooleanSupplier free;
    private final Scene scene;
    private final Window window;
    private final EventHandler<KeyEvent> pressed = this::press;
    private final EventHandler<KeyEvent> released = this::release;
    private final ChangeListener<Boolean> focus = (observable, before, now) -> silence();
    private boolean talking;

    /**
     * Listens from now on.
     *
     * @param minimise what Escape does
     * @param free whether nothing lies over the call that takes keys itself
     */
    CallKeys(Screens screens, Scene scene, Runnable minimise, BooleanSupplier free) {
        this.calls = screens.client().calls();
        this.screens = screens;
        this.minimise = minimise;
        this.free = free;
        this.scene = scene;
        this.window = scene.getWindow();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, released);
        // The key that is let go elsewhere is not heard of.
        window.focusedProperty().addListener(focus);
    }

    @Override
    public void close() {
        silence();
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
        scene.removeEventFilter(KeyEvent.KEY_RELEASED, released);
        window.focusedProperty().removeListener(focus);
    }

    private void press(KeyEvent event) {
        CurrentCall current = calls.current().get().orElse(null);
        if (current == null || !free.getAsBoolean() || modified(event) || writes(event.getTarget())) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            escape(event);
        } else if (current.phase() != CallPhase.ENDED) {
            act(event, current);
        }
    }

    private void act(KeyEvent event, CurrentCall current) {
        boolean microphone = current.self().microphone();
        switch (event.getCode()) {
            case M -> Attempt.run(screens, calls.setMicrophone(!microphone));
            case V -> Attempt.run(screens, calls.setCamera(!current.self().camera()));
            case SPACE -> {
                // The space bar presses what has the focus.
                if (event.getTarget() instanceof ButtonBase) {
                    return;
                }
                if (!microphone && !talking) {
                    talking = true;
                    Attempt.run(screens, calls.setMicrophone(true));
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void escape(KeyEvent event) {
        for (Node at = event.getTarget() instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof ReactionChoice) {
                return;
            }
        }
        event.consume();
        minimise.run();
    }

    private void release(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && talking) {
            silence();
            event.consume();
        }
    }

    private void silence() {
        if (talking) {
            talking = false;
            Attempt.run(screens, calls.setMicrophone(false));
        }
    }

    private static boolean modified(KeyEvent event) {
        return event.isControlDown() || event.isMetaDown() || event.isAltDown();
    }

    private static boolean writes(EventTarget target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof TextInputControl || at instanceof ComboBoxBase) {
                return true;
            }
        }
        return false;
    }
}
