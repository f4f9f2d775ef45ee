package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.icon.Icon;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A line of the settings: what it is, something about it, and what to do. */
final class SettingsEntry extends HBox {
    private static final int ICON_PX = 20;

    private final HBox above;

    SettingsEntry(Icon icon, String name, String text) {
        super(12);
        getStyleClass().add("settings-entry");
        setAlignment(Pos.CENTER_LEFT);
        Label title = Words.of(name, "entry-name");
        title.setMinWidth(0);
        above = new HBox(8, title);
        above.setAlignment(Pos.CENTER_LEFT);
        VBox lines = new VBox(above, Words.explanation(text));
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        setHgrow(lines, Priority.ALWAYS);
        getChildren().addAll(icon.at(ICON_PX), lines);
        setAccessibleText(name + ", " + text);
    }

    void tag(String text) {
        Label tag = Words.of(text, "tag");
        tag.setMinWidth(Label.USE_PREF_SIZE);
        above.getChildren().add(tag);
    }

    void with(Node control) {
        getChildren().add(control);
    }
}
