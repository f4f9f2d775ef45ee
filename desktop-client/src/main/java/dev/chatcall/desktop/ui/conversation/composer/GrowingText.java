package dev.chatcall.desktop.ui.conversation.composer;

import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A text field that is as high as its text, up to ten lines. */
final class GrowingText extends TextArea {
    private static final double MOST_LINES = 10;
    private static final double LINE = 22;
    private static final double PADDING = 10;
    /** Left and right of the text, with what the field itself leaves free. */
    private static final double SIDES = 20;

    private static final double LINE_SPACING = 3.5;

    private final Text ruler = new Text();

    GrowingText() {
        getStyleClass().add("composer-input");
        setWrapText(true);
        setPrefRowCount(1);
        setMinHeight(LINE + PADDING);
        setPrefHeight(LINE + PADDING);
        ruler.setLineSpacing(LINE_SPACING);
        textProperty().addListener((observable, before, now) -> grow());
        fontProperty().addListener((observable, before, now) -> grow());
        // While the width is set, what is around it is being laid out and would not hear of it.
        widthProperty().addListener((observable, before, now) -> Platform.runLater(this::grow));
    }

    private void grow() {
        String text = getText();
        ruler.setFont(getFont());
        ruler.setWrappingWidth(Math.max(1, getWidth() - SIDES));
        ruler.setText(text.isEmpty() || text.endsWith("\n") ? text + " " : text);
        double height = Math.max(LINE, Math.ceil(ruler.getLayoutBounds().getHeight()));
        setPrefHeight(Math.min(height, MOST_LINES * LINE) + PADDING);
        boolean full = height > MOST_LINES * LINE;
        if (full && !getStyleClass().contains("full")) {
            getStyleClass().add("full");
        } else if (!full) {
            getStyleClass().remove("full");
        }
    }
}
