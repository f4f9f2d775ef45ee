package dev.chatcall.desktop.ui.gallery;

import dev.chatcall.desktop.ui.people.OneLine;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** What is wrong with a screen that a program can see. */
final class Faults {
    private final List<String> found = new ArrayList<>();

    private Faults() {}

    static List<String> of(Parent screen) {
        Faults faults = new Faults();
        faults.walk(screen);
        return faults.found;
    }

    private void walk(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable()) {
            checkNamed(node);
        }
        if (node instanceof Labeled labeled) {
            checkWhole(labeled);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    /** A screen reader says what has the keyboard by its text, and what it is by its role. */
    private void checkNamed(Node node) {
        if (nameOf(node) == null) {
            found.add("without a name: " + path(node));
        }
        if (node.getAccessibleRole() == AccessibleRole.NODE) {
            found.add("without a role: " + path(node));
        }
    }

    private static @Nullable String nameOf(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled labeled && !labeled.getText().isBlank() ? labeled.getText() : null;
    }

    private void checkWhole(Labeled labeled) {
        if (labeled.getText() == null || labeled.getText().isEmpty() || mayBeCut(labeled)) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text shown
                    && shown.isVisible()
                    && shown.getText().endsWith(labeled.getEllipsisString())
                    && !labeled.getText().equals(shown.getText())) {
                found.add("cut off: \"" + shown.getText() + "\" of \"" + labeled.getText() + "\" in " + path(labeled));
            }
        }
    }

    /** Names that people gave and what they wrote, on one line of a list or a tile: their whole is elsewhere. */
    private static boolean mayBeCut(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof OneLine || at.getStyleClass().contains("tile-label")) {
                return true;
            }
        }
        return false;
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node at = node; at != null && path.length() < 160; at = at.getParent()) {
            path.insert(0, " > " + at.getClass().getSimpleName() + at.getStyleClass());
        }
        return path.substring(3);
    }
}
