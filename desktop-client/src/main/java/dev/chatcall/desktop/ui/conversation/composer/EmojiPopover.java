package dev.chatcall.desktop.ui.conversation.composer;

import dev.chatcall.desktop.ui.Screens;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;
import org.jspecify.annotations.Nullable;

/** The emoji picker above the button that opens it. It is made when it is first opened. */
final class EmojiPopover {
    private static final double ABOVE = 10;

    private final Screens screens;
    private final Consumer<String> pick;
    private @Nullable Popup popup;
    private @Nullable EmojiPicker picker;

    EmojiPopover(Screens screens, Consumer<String> pick) {
        this.screens = screens;
        this.pick = pick;
    }

    void toggle(Node anchor) {
        Popup shown = popup == null ? make() : popup;
        popup = shown;
        if (shown.isShowing()) {
            shown.hide();
            return;
        }
        Bounds place = anchor.localToScreen(anchor.getBoundsInLocal());
        boolean rtl = screens.texts().rightToLeft();
        shown.setAnchorLocation(rtl ? AnchorLocation.CONTENT_BOTTOM_RIGHT : AnchorLocation.CONTENT_BOTTOM_LEFT);
        shown.show(anchor, rtl ? place.getMaxX() : place.getMinX(), place.getMinY() - ABOVE);
        if (picker != null) {
            picker.open();
        }
    }

    private Popup make() {
        Popup made = new Popup();
        made.setAutoHide(true);
        made.setHideOnEscape(true);
        EmojiPicker content = new EmojiPicker(screens, sign -> {
            made.hide();
            pick.accept(sign);
        });
        content.setNodeOrientation(
                screens.texts().rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        picker = content;
        made.getContent().add(content);
        return made;
    }
}
