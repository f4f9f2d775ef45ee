package dev.chatcall.desktop.ui.form;

import dev.chatcall.desktop.ui.icon.Icon;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What stands where there is nothing: what is the matter, and what to do. */
public final class EmptyState extends VBox {
    private static final int ICON_PX = 26;
    private static final int WIDTH_PX = 280;

    /** @param actions the ways on */
    public EmptyState(@Nullable Icon icon, String title, @Nullable String text, Node... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        if (icon != null) {
            StackPane disc = new StackPane(icon.at(ICON_PX));
            disc.getStyleClass().add("empty-icon");
            disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
            getChildren().add(disc);
        }
        getChildren().add(centred(title, "empty-title"));
        if (text != null) {
            getChildren().add(centred(text, "words-explanation"));
        }
        if (actions.length > 0) {
            FlowPane ways = new FlowPane(8, 8, actions);
            ways.setAlignment(Pos.CENTER);
            ways.getStyleClass().add("empty-actions");
            getChildren().add(ways);
        }
    }

    private static Label centred(String text, String styleClass) {
        Label label = Words.of(text, styleClass);
        Words.wrap(label);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setAlignment(Pos.CENTER);
        label.setMaxWidth(WIDTH_PX);
        return label;
    }
}
