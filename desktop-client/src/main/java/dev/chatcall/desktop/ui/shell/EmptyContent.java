package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.ui.icon.Icon;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands where nothing is open: what is the matter, and what to do. */
final class EmptyContent extends VBox {
    private static final double ICON = 26;
    private static final double DISC = 56;
    private static final double WIDTH = 320;

    EmptyContent(Icon icon, String title, String text, Node... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        StackPane disc = new StackPane(icon.at(ICON));
        disc.getStyleClass().add("empty-icon");
        disc.setMinSize(DISC, DISC);
        disc.setMaxSize(DISC, DISC);
        setMargin(disc, new Insets(0, 0, 12, 0));
        getChildren().addAll(disc, label(title, "strong"), label(text, "secondary", "muted"));
        getChildren().addAll(actions);
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.setMinHeight(USE_PREF_SIZE);
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }
}
