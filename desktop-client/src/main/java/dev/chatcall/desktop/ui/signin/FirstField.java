package dev.chatcall.desktop.ui.signin;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Where one can type at once. */
final class FirstField {
    private FirstField() {}

    static void focus(Parent page) {
        Platform.runLater(() -> {
            Node first = find(page);
            if (first != null) {
                first.requestFocus();
            }
        });
    }

    private static @Nullable Node find(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof TextField) {
                return child;
            }
            Node inside = child instanceof Parent inner ? find(inner) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }
}
