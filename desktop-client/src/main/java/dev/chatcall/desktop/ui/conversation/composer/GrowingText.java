package dev.chatcall.desktop.ui.conversation.composer;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.TextArea;

/** A text field that is as high as its text, up to ten lines. */
final class GrowingText extends TextArea {
    private static final double MOST_LINES = 10;
    private static final double LINE = 22;
    private static final double PADDING = 10;

    private final InvalidationListener grow = observable -> requestLayout();
    private boolean followed;
    private double wished = LINE + PADDING;

    GrowingText() {
        getStyleClass().add("composer-input");
        setWrapText(true);
        setPrefRowCount(1);
        setMinHeight(LINE + PADDING);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node words = lookup(".text");
        if (words == null) {
            return;
        }
        if (!followed) {
            followed = true;
            words.layoutBoundsProperty().addListener(grow);
        }
        double text = Math.max(LINE, Math.ceil(words.getLayoutBounds().getHeight()));
        double next = Math.min(text, MOST_LINES * LINE) + PADDING;
        if (next != wished) {
            wished = next;
            setPrefHeight(next);
        }
        boolean full = text > MOST_LINES * LINE;
        if (full != getStyleClass().contains("full")) {
            if (full) {
                getStyleClass().add("full");
            } else {
                getStyleClass().remove("full");
            }
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return wished;
    }
}
