package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.ui.icon.Icon;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A code block: its lines are not broken but scroll, and a button copies it. Always from left to right. */
final class CodeText extends Region {
    private static final double LEAST = 120;
    private static final double COPY_ROOM = 40;

    private final ScrollPane scroller;
    private final SelectableFlow flow = new SelectableFlow();
    private final StackPane sheet;
    private final Button copy;

    CodeText(RowScope scope, String code) {
        getStyleClass().add("code-block");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        Text text = new Text(code);
        text.getStyleClass().addAll("message-words", "code");
        flow.addText(text);
        flow.setMinWidth(USE_PREF_SIZE);
        sheet = new StackPane(flow);
        sheet.getStyleClass().add("code-sheet");
        sheet.setMinWidth(USE_PREF_SIZE);
        scroller = new ScrollPane(sheet);
        scroller.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroller.setFitToHeight(true);
        copy = Look.iconButton(scope.t("message.copyCode"), Icon.COPY, 16);
        copy.getStyleClass().add("code-copy");
        copy.setOnAction(event -> {
            copyText(code);
            copy.setGraphic(Icon.SENT.at(16));
            copy.setAccessibleText(scope.t("action.copied"));
            copy.setTooltip(new Tooltip(scope.t("action.copied")));
        });
        getChildren().addAll(scroller, copy);
    }

    SelectableFlow flow() {
        return flow;
    }

    static void copyText(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return null;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(LEAST, sheet.prefWidth(-1) + COPY_ROOM);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(32, sheet.prefHeight(-1) + 2);
    }

    @Override
    protected void layoutChildren() {
        scroller.resizeRelocate(0, 0, getWidth(), getHeight());
        copy.autosize();
        copy.relocate(getWidth() - copy.getWidth() - 4, 4);
    }
}
