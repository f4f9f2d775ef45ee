package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.message.MessageBody;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What can be done with one message. */
final class MessageMenu {
    private final Screens screens;
    private final TimelineEntry entry;
    private final boolean mine;
    private final ConversationKind kind;
    private final String selected;

    MessageMenu(RowScope scope, TimelineEntry entry) {
        this.screens = scope.screens();
        this.entry = entry;
        this.mine = scope.isMine(entry);
        this.kind = scope.conversation().get().kind();
        this.selected = scope.selection().of(entry.key()) == null
                ? ""
                : scope.selection().text();
    }

    ContextMenu make() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items());
        return menu;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        if (entry.body() instanceof MessageBody.Text text) {
            items.add(item("message.copy", Icon.COPY, () -> copy(selected.isEmpty() ? text.text() : selected)));
        }
        Long seq = entry.seq();
        if (mine && seq != null && kind == ConversationKind.GROUP) {
            items.add(item("message.details", Icon.DETAILS, () -> showReceipts(seq)));
        }
        var messages = screens.client().messages();
        if (entry.delivery() == Delivery.FAILED) {
            items.add(item("message.retry", Icon.RETRY, () -> messages.retry(entry.conversationId(), entry.id())));
        }
        if (entry.delivery() == Delivery.FAILED || entry.delivery() == Delivery.QUEUED) {
            MenuItem discard =
                    item("message.discard", Icon.DELETE, () -> messages.discard(entry.conversationId(), entry.id()));
            discard.getStyleClass().add("danger-item");
            items.add(discard);
        }
        return items;
    }

    private MenuItem item(String key, Icon icon, Runnable act) {
        MenuItem item = new MenuItem(screens.t(key), icon.at(16));
        item.setOnAction(event -> act.run());
        return item;
    }

    private void copy(String text) {
        CodeText.copyText(text);
        screens.toasts().show(screens.t("action.copied"));
    }

    private void showReceipts(long seq) {
        screens.dialogs().show(new ReceiptsView(screens, entry.conversationId(), seq), screens.t("message.details"));
    }
}
