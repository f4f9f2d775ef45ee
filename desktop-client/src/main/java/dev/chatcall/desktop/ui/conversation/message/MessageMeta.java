package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Screens;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Time and delivery mark. Runs as the rest of the program, whichever way the message is written. */
final class MessageMeta extends HBox {
    private final Texts texts;
    private final Label time = new Label();
    private final Tooltip whole = new Tooltip();
    private final DeliveryMark mark;
    private boolean shown;

    MessageMeta(Screens screens) {
        texts = screens.texts();
        mark = new DeliveryMark(screens);
        getStyleClass().add("message-meta");
        setAlignment(Pos.CENTER);
        setNodeOrientation(texts.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.setTooltip(whole);
        getChildren().addAll(time, mark);
    }

    /** Whether it looks different from before, so that it has to be dressed anew. */
    boolean show(TimelineEntry entry) {
        time.setText(texts.time(entry.sentAt()));
        whole.setText(texts.full(entry.sentAt()));
        boolean marked = mark.show(entry.delivery());
        boolean first = !shown;
        shown = true;
        return marked || first;
    }
}
