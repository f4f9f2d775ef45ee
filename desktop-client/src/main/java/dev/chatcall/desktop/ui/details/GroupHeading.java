package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.Row;
import dev.chatcall.protocol.conversation.Role;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** How many members a group has, with a way to add some. */
final class GroupHeading implements Row<DetailItem> {
    private final Screens screens;
    private final Label count = Words.groupHeading("");
    private final HBox node = new HBox();

    GroupHeading(Screens screens) {
        this.screens = screens;
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        node.getChildren().addAll(count, between);
        node.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(DetailItem item) {
        if (!(item instanceof DetailItem.Heading(ConversationView group))) {
            return;
        }
        count.setText(screens.texts()
                .t("details.members", Map.of("count", group.members().size())));
        node.setAccessibleText(count.getText());
        node.getChildren().removeIf(PushButton.class::isInstance);
        if (group.myRole() != Role.MEMBER) {
            node.getChildren()
                    .add(new PushButton(
                            Look.PLAIN,
                            screens.t("details.addMembers"),
                            Icon.ADD_PERSON,
                            () -> AddMembersDialog.show(screens, group)));
        }
    }
}
