package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.Row;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The way out of a group. */
final class GroupEnd implements Row<DetailItem> {
    private final VBox node;

    GroupEnd(Screens screens, Runnable leave) {
        node = new VBox(new PushButton(Look.DANGER_PLAIN, screens.t("details.leave"), Icon.LEAVE, leave));
        node.getStyleClass().add("details-danger");
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(DetailItem item) {}
}
