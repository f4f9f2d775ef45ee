package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.icon.Icon;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A link to hand on. */
final class LinkBox extends HBox {
    /** @param path as the server gives it, without its own address */
    LinkBox(Screens screens, String path) {
        super(8);
        String link = screens.client().serverUrl() + path;
        getStyleClass().add("link-box");
        setAlignment(Pos.CENTER_LEFT);
        TextField text = new TextField(link);
        text.setEditable(false);
        text.setAccessibleText(link);
        text.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        text.getStyleClass().add("link-text");
        setHgrow(text, Priority.ALWAYS);
        PushButton copy = new PushButton(Look.PRIMARY, screens.t("admin.copyLink"), Icon.COPY, () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(link);
            Clipboard.getSystemClipboard().setContent(content);
            screens.toasts().show(screens.t("toast.linkCopied"));
        });
        getChildren().addAll(text, copy);
    }
}
