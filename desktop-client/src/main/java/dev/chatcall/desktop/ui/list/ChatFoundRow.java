package dev.chatcall.desktop.ui.list;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.people.Row;
import javafx.scene.layout.Region;

/** A conversation that a search found. */
record ChatFoundRow(Row<ConversationView> row) implements Row<Found> {
    @Override
    public Region node() {
        return row.node();
    }

    @Override
    public void show(Found item) {
        if (item instanceof Found.Chat(ConversationView chat)) {
            row.show(chat);
        }
    }
}
