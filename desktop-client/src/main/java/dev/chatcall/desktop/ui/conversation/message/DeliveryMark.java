package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.icon.Icon;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/** How far one's own message has come: clock, one tick, two ticks, a tick in a disc, or a warning. */
public final class DeliveryMark extends StackPane {
    /** A tick cut out of a filled disc: read, told from delivered by shape and not by colour alone. */
    private static final String READ =
            "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22Zm-.9 15.6 7.2-7.6-1.7-1.6-5.5 5.8-3.3-3.3" + "-1.7 1.7 5 5Z";

    private static final double SIZE = 16;
    private static final double OUTLINE_SIZE = 24;

    private final Screens screens;
    private @Nullable Delivery shown;

    public DeliveryMark(Screens screens) {
        this.screens = screens;
        getStyleClass().add("delivery-mark");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setVisible(false);
        setManaged(false);
    }

    /**
     * @param delivery null: nothing is shown, for what others wrote
     * @return whether it is another picture than before
     */
    public boolean show(@Nullable Delivery delivery) {
        Look.show(this, delivery != null);
        if (delivery == null || delivery == shown) {
            return false;
        }
        shown = delivery;
        getChildren().setAll(picture(delivery));
        setAccessibleText(screens.t(text(delivery)));
        Look.state(this, "failed", delivery == Delivery.FAILED);
        return true;
    }

    private static Node picture(Delivery delivery) {
        return switch (delivery) {
            case QUEUED, SENDING -> Icon.QUEUED.at(14);
            case SENT -> Icon.SENT.at(15);
            case DELIVERED -> Icon.DELIVERED.at(SIZE);
            case READ -> read();
            case FAILED -> Icon.FAILED.at(15);
        };
    }

    private static String text(Delivery delivery) {
        return switch (delivery) {
            case QUEUED, SENDING -> "message.queued";
            case SENT -> "message.sent";
            case DELIVERED -> "message.delivered";
            case READ -> "message.read";
            case FAILED -> "message.failed";
        };
    }

    private static Node read() {
        SVGPath disc = new SVGPath();
        disc.setContent(READ);
        disc.setFillRule(FillRule.EVEN_ODD);
        disc.getStyleClass().add("read-disc");
        disc.setManaged(false);
        disc.getTransforms().add(new Scale(SIZE / OUTLINE_SIZE, SIZE / OUTLINE_SIZE));
        Pane picture = new Pane(disc);
        picture.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        picture.setMinSize(SIZE, SIZE);
        picture.setMaxSize(SIZE, SIZE);
        return picture;
    }
}
