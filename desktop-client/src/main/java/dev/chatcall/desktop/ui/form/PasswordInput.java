package dev.chatcall.desktop.ui.form;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.icon.Icon;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A password to be typed, which can be looked at. */
public class PasswordInput extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final int ICON_PX = 18;

    private final Texts texts;
    private final PasswordField hidden = new PasswordField();
    private final TextField plain = new TextField();
    private final HBox box = new HBox();
    private final Button look = new Button();
    private final Label below = Words.of("", "field-note");
    private @Nullable String hint;
    private @Nullable String error;

    public PasswordInput(String label, Texts texts) {
        this.texts = texts;
        getStyleClass().add("field");
        Label name = Words.of(label, "field-label");
        name.setLabelFor(hidden);
        hidden.setAccessibleText(label);
        plain.setAccessibleText(label);
        plain.textProperty().bindBidirectional(hidden.textProperty());
        HBox.setHgrow(hidden, Priority.ALWAYS);
        HBox.setHgrow(plain, Priority.ALWAYS);
        box.getStyleClass().add("field-box");
        look.getStyleClass().add("icon-button");
        look.setOnAction(event -> reveal(!box.getChildren().contains(plain)));
        Words.wrap(below);
        reveal(false);
        getChildren().addAll(name, box, below);
        draw();
    }

    public StringProperty text() {
        return hidden.textProperty();
    }

    public String value() {
        return hidden.getText();
    }

    /** @param next what is wrong with it; null: nothing */
    public final void say(@Nullable String next) {
        error = next;
        draw();
    }

    /** @param next what to know while typing, where nothing is wrong */
    final void hint(@Nullable String next) {
        hint = next;
        draw();
    }

    private void reveal(boolean shown) {
        boolean focused = hidden.isFocused() || plain.isFocused();
        TextField input = shown ? plain : hidden;
        box.getChildren().setAll(input, look);
        look.setGraphic((shown ? Icon.HIDE : Icon.SHOW).at(ICON_PX));
        String label = texts.t(shown ? "password.hide" : "password.show");
        look.setAccessibleText(label);
        look.setTooltip(new Tooltip(label));
        if (focused) {
            input.requestFocus();
            input.end();
        }
    }

    private void draw() {
        String shown = error == null ? hint : error;
        below.setText(shown == null ? "" : shown);
        below.setVisible(shown != null);
        below.setManaged(shown != null);
        below.pseudoClassStateChanged(INVALID, error != null);
        box.pseudoClassStateChanged(INVALID, error != null);
        hidden.setAccessibleHelp(shown);
        plain.setAccessibleHelp(shown);
    }
}
