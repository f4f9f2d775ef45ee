package dev.chatcall.desktop.ui.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keeps the tab key inside one part of the window: after the last comes the first again. */
final class FocusRing {
    private final Parent inside;

    FocusRing(Parent inside) {
        this.inside = inside;
        inside.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Puts the focus on the first field, or else on the first thing that takes it. */
    void focusFirst() {
        List<Node> order = order();
        order.stream()
                .filter(TextField.class::isInstance)
                .findFirst()
                .or(() -> order.stream().findFirst())
                .ifPresent(Node::requestFocus);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() != KeyCode.TAB || event.isControlDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        List<Node> order = order();
        if (order.isEmpty() || inside.getScene() == null) {
            return;
        }
        int at = order.indexOf(inside.getScene().getFocusOwner());
        int next = Math.floorMod(event.isShiftDown() ? at - 1 : at + 1, order.size());
        order.get(at < 0 ? 0 : next).requestFocus();
    }

    private List<Node> order() {
        List<Node> order = new ArrayList<>();
        collect(inside, order);
        return order;
    }

    private static void collect(Parent parent, List<Node> into) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                into.add(child);
            }
            if (child instanceof Parent inner) {
                collect(inner, into);
            }
        }
    }
}
