package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.ui.form.PushButton;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** One place on the rail, with how much waits there. */
final class RailTab extends Button {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int MOST = 99;

    private final Label badge = new Label();
    private final StackPane face = new StackPane();

    RailTab(String name, Node icon, Runnable go) {
        super(name);
        getStyleClass().add("rail-tab");
        badge.getStyleClass().add("rail-badge");
        badge.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        badge.setVisible(false);
        badge.setMouseTransparent(true);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        face.getStyleClass().add("rail-face");
        face.getChildren().addAll(icon, badge);
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        PushButton.name(this, name);
        setOnAction(event -> go.run());
    }

    void icon(Node icon) {
        face.getChildren().set(0, icon);
    }

    /** @param label what a screen reader says, with the count in it */
    void count(long count, String label) {
        badge.setText(count > MOST ? MOST + "+" : Long.toString(count));
        badge.setVisible(count > 0);
        setAccessibleText(label);
    }

    void current(boolean now) {
        pseudoClassStateChanged(CURRENT, now);
    }

    /** Its name stands below its icon, in a bar at the bottom. */
    void inBar(boolean now) {
        setContentDisplay(now ? ContentDisplay.TOP : ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(now ? Double.MAX_VALUE : USE_PREF_SIZE);
    }
}
