package dev.chatcall.desktop.ui.form;

import dev.chatcall.desktop.ui.conversation.rows.Direction;
import javafx.scene.control.Label;

/** Labels of the few kinds that screens are written with. */
public final class Words {
    private Words() {}

    /** The title of a part of a page. */
    public static Label heading(String text) {
        return of(text, "words-heading");
    }

    /** The title over a group of a list, small. */
    public static Label groupHeading(String text) {
        return of(text, "words-group");
    }

    /** A sentence that explains; it wraps. */
    public static Label explanation(String text) {
        Label label = of(text, "words-explanation");
        wrap(label);
        return label;
    }

    /**
     * Lets a label break its lines. Not where it runs from right to left: JavaFX 26 fails to lay out such a text when it
     * breaks (PrismTextLayout.computeTrailingSpaceWidth looks before the text), so it is cut with an ellipsis instead.
     */
    public static void wrap(Label label) {
        label.wrapTextProperty().bind(label.textProperty().map(text -> !Direction.rightToLeft(text, false)));
        // A label that wraps asks for one line's height unless it may not be lower than it likes.
        label.setMinHeight(Label.USE_PREF_SIZE);
    }

    public static Label of(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
