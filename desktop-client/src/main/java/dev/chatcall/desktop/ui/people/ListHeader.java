package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.ui.form.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The top of a list pane: its title, its buttons, and a search below. */
public final class ListHeader extends VBox {
    public ListHeader(String title, Node... actions) {
        getStyleClass().add("list-header");
        Label name = Words.of(title, "list-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox top = new HBox(4, name, between);
        top.getChildren().addAll(actions);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("list-top");
        getChildren().add(top);
    }

    public ListHeader with(Node below) {
        getChildren().add(below);
        return this;
    }
}
