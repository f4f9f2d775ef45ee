package dev.chatcall.desktop.ui.call;

import javafx.scene.Node;

final class Styles {
    private Styles() {}

    /** Gives a node a style class or takes it away. */
    static void set(Node node, String styleClass, boolean on) {
        if (on && !node.getStyleClass().contains(styleClass)) {
            node.getStyleClass().add(styleClass);
        } else if (!on) {
            node.getStyleClass().remove(styleClass);
        }
    }

    /** Shows a node, or lets it take no room. */
    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
