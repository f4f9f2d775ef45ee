package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.observable.Subscription;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keeps the keyboard inside one part of the window: Tab goes round its buttons, Enter and space press them, and no other
 * key reaches anything.
 */
final class FocusTrap implements Subscription {
    private final Scene scene;
    private final Parent inside;
    private final Node before;
    private final EventHandler<KeyEvent> keys = this::key;
    private final ChangeListener<Node> focus = (observable, was, now) -> keep(now);
    private boolean closed;

    FocusTrap(Scene scene, Parent inside) {
        this.scene = scene;
        this.inside = inside;
        this.before = scene.getFocusOwner();
        scene.addEventFilter(KeyEvent.ANY, keys);
        scene.focusOwnerProperty().addListener(focus);
        Platform.runLater(() -> {
            if (!closed) {
                inside.requestFocus();
            }
        });
    }

    /** Gives the focus back to what had it, where that still is. */
    @Override
    public void close() {
        closed = true;
        scene.removeEventFilter(KeyEvent.ANY, keys);
        scene.focusOwnerProperty().removeListener(focus);
        if (before != null && before.getScene() == scene) {
            Platform.runLater(before::requestFocus);
        }
    }

    private void keep(Node owner) {
        if (!isInside(owner)) {
            Platform.runLater(() -> {
                if (!closed && !isInside(scene.getFocusOwner())) {
                    inside.requestFocus();
                }
            });
        }
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == inside) {
                return true;
            }
        }
        return false;
    }

    private void key(KeyEvent event) {
        boolean press = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
        if (press && scene.getFocusOwner() instanceof Button button && isInside(button)) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.TAB) {
            goOn(event.isShiftDown() ? -1 : 1);
        }
        event.consume();
    }

    private void goOn(int step) {
        List<Node> buttons = inside.lookupAll(".ring-answer").stream()
                .filter(Button.class::isInstance)
                .toList();
        if (buttons.isEmpty()) {
            return;
        }
        int at = buttons.indexOf(scene.getFocusOwner());
        int next = at < 0 ? (step > 0 ? 0 : buttons.size() - 1) : Math.floorMod(at + step, buttons.size());
        buttons.get(next).requestFocus();
    }
}
