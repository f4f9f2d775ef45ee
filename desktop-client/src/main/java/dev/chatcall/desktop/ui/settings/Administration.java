package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Screens;
import javafx.scene.layout.VBox;

/** What only administrators see; the server checks that they are. */
final class Administration extends VBox {
    Administration(Screens screens) {
        getChildren().addAll(new Invitations(screens), new ResetLinks(screens));
    }
}
