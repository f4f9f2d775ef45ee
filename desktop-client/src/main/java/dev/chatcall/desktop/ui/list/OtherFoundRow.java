package dev.chatcall.desktop.ui.list;

import dev.chatcall.desktop.ui.people.Entry;
import dev.chatcall.desktop.ui.people.Row;
import javafx.scene.layout.Region;

/** A heading or a person that a search found. */
record OtherFoundRow(Row<Entry> row) implements Row<Found> {
    @Override
    public Region node() {
        return row.node();
    }

    @Override
    public void show(Found item) {
        if (item instanceof Found.Other(Entry entry)) {
            row.show(entry);
        }
    }
}
