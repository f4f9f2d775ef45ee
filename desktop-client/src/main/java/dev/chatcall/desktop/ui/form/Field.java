package dev.chatcall.desktop.ui.form;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A line to be typed, below its label, with what is wrong with it below. */
public final class Field extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final TextField input = new TextField();
    private final HBox box = new HBox();
    private final Label below = Words.of("", "field-note");
    private @Nullable String hint;

    /** @param max code points it takes */
    public Field(String label, String value, int max) {
        getStyleClass().add("field");
        Label name = Words.of(label, "field-label");
        name.setLabelFor(input);
        input.setAccessibleText(label);
        input.setTextFormatter(new TextFormatter<>(change -> shortEnough(change, max)));
        input.setText(value);
        Words.wrap(below);
        box.getChildren().add(input);
        box.getStyleClass().add("field-box");
        HBox.setHgrow(input, Priority.ALWAYS);
        getChildren().addAll(name, box, below);
        say(null);
    }

    /** A change that makes it too long is refused, which the toolkit is told with null. */
    @SuppressWarnings("NullAway")
    private static TextFormatter.Change shortEnough(TextFormatter.Change change, int max) {
        String next = change.getControlNewText();
        return !change.isContentChange() || next.codePointCount(0, next.length()) <= max ? change : null;
    }

    public TextField input() {
        return input;
    }

    public StringProperty text() {
        return input.textProperty();
    }

    public String value() {
        return input.getText();
    }

    /** @param error what is wrong with it; null: nothing */
    public void say(@Nullable String error) {
        String shown = error == null ? hint : error;
        below.setText(shown == null ? "" : shown);
        below.setVisible(shown != null);
        below.setManaged(shown != null);
        box.pseudoClassStateChanged(INVALID, error != null);
        below.pseudoClassStateChanged(INVALID, error != null);
        input.setAccessibleHelp(shown);
    }

    /** What to know of it, said where nothing is wrong. */
    public Field hint(String text) {
        hint = text;
        say(null);
        return this;
    }

    public Field prompt(String text) {
        input.setPromptText(text);
        return this;
    }
}
