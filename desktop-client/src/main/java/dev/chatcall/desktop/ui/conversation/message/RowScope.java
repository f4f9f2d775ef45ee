package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.Screens;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * What the cells of one message list share.
 *
 * @param conversation as it is now
 * @param menu opens what can be done with a message
 * @param selection what is selected of a message
 */
record RowScope(
        Screens screens,
        Names names,
        Supplier<ConversationView> conversation,
        Links links,
        Menu menu,
        Selection selection) {
    @FunctionalInterface
    interface Menu {
        /** @param x where on the screen, in pixels */
        void open(TimelineEntry entry, Node anchor, double x, double y);
    }

    String t(String key) {
        return screens.t(key);
    }

    boolean isMine(TimelineEntry entry) {
        return entry.senderId().equals(names.me());
    }

    /** The server's present, ms since the epoch. */
    long now() {
        return screens.clock().millis() + screens.client().state().clockOffset().get();
    }
}
