package dev.chatcall.desktop.ui.form;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Something that is on or off, with a sentence about it. What is shown is what is set: a press only asks. */
public final class SwitchRow extends HBox {
    private final Switch toggle;
    private boolean showing;

    /** @param text null: the label says it all */
    public SwitchRow(String label, @Nullable String text, Consumer<Boolean> onChange) {
        toggle = new Switch(label);
        getStyleClass().add("switch-row");
        setAlignment(Pos.CENTER_LEFT);
        Label name = Words.of(label, "switch-label");
        Words.wrap(name);
        VBox lines = new VBox(name);
        if (text != null) {
            lines.getChildren().add(Words.explanation(text));
            toggle.setAccessibleHelp(text);
        }
        setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.selectedProperty().addListener((observable, before, now) -> {
            if (!showing) {
                onChange.accept(now);
            }
        });
        lines.setOnMouseClicked(event -> {
            if (!isDisabled()) {
                toggle.requestFocus();
                toggle.fire();
            }
        });
        getChildren().addAll(lines, toggle);
    }

    /** Shows how it is set, without asking for it. */
    public void show(boolean on) {
        showing = true;
        toggle.setSelected(on);
        showing = false;
    }
}
