package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.people.Face;
import dev.chatcall.desktop.ui.people.FaceView;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/** Somebody, or a group, large on top of the details. */
final class Hero extends VBox {
    private static final int AVATAR_PX = 96;
    private static final int NAME_PX = 17;

    private final Screens screens;
    private final FaceView face;
    private final TextFlow name = new TextFlow();
    private final Label below = Words.explanation("");

    Hero(Screens screens) {
        this.screens = screens;
        getStyleClass().add("hero");
        setAlignment(Pos.TOP_CENTER);
        face = new FaceView(AVATAR_PX, screens.pictures());
        name.getStyleClass().add("hero-name");
        name.setTextAlignment(TextAlignment.CENTER);
        below.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(face.node(), name, below);
    }

    void show(Face shown) {
        face.show(shown);
        name.getChildren().setAll(screens.emojis().nodes(shown.name(), NAME_PX));
        setAccessibleText(shown.name());
    }

    void online(boolean now) {
        face.node().presence(now);
    }

    void say(String text) {
        below.setText(text);
    }

    void with(Node... actions) {
        FlowPane row = new FlowPane(8, 8, actions);
        row.setAlignment(Pos.CENTER);
        row.getStyleClass().add("hero-actions");
        getChildren().add(row);
    }
}
