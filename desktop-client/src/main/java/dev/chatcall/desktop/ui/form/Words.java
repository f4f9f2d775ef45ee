package dev.chatcall.desktop.ui.form;

import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

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

    /** Lets a label break its lines. */
    public static void wrap(Labeled label) {
        label.setWrapText(true);
        // A label that wraps asks for one line's height unless it may not be lower than it likes.
        label.setMinHeight(Label.USE_PREF_SIZE);
    }

    public static Label of(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
