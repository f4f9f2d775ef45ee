package dev.chatcall.desktop.ui.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A text over several lines. A label that wraps fails with text that runs from right to left (see {@link Unbroken}); this
 * does not. Its colour is the looked-up {@code -cc-words}.
 */
public final class WrappedText extends TextFlow {
    public WrappedText() {
        getStyleClass().add("wrapped-text");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public void setText(String text) {
        getChildren().clear();
        for (String piece : Unbroken.pieces(text)) {
            Text words = new Text(piece);
            words.getStyleClass().add("words");
            if (Unbroken.needsOneFont(piece)) {
                words.getStyleClass().add("arabic");
            }
            getChildren().add(words);
        }
        setAccessibleText(text);
    }
}
