package dev.chatcall.desktop.storage;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The drafts in the file. */
final class DraftTable {
    private final Database database;

    DraftTable(Database database) {
        this.database = database;
    }

    Map<UUID, String> all() throws SQLException {
        Map<UUID, String> all = new HashMap<>();
        database.query(
                row -> all.put(UUID.fromString(row.getString(1)), row.getString(2)),
                "SELECT conversation, text FROM draft");
        return all;
    }

    void keep(Map<UUID, String> changed) throws SQLException {
        database.transact(() -> {
            for (Map.Entry<UUID, String> each : changed.entrySet()) {
                String conversation = each.getKey().toString();
                if (each.getValue().isEmpty()) {
                    database.change("DELETE FROM draft WHERE conversation = ?", conversation);
                } else {
                    database.change(
                            "REPLACE INTO draft (conversation, text) VALUES (?, ?)", conversation, each.getValue());
                }
            }
        });
    }
}
