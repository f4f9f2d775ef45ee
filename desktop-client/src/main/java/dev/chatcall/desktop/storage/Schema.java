package dev.chatcall.desktop.storage;

import java.sql.SQLException;
import java.util.List;

/** What is in an account's file, and how an older file becomes today's. */
final class Schema {
    /** Each brings the file one version further. What a release contained is never changed; a new one follows. */
    private static final List<List<String>> STEPS = List.of(List.of(
            """
            CREATE TABLE outbox (
              position INTEGER PRIMARY KEY AUTOINCREMENT,
              conversation TEXT NOT NULL,
              id TEXT NOT NULL,
              body TEXT NOT NULL,
              written_at INTEGER NOT NULL,
              failed TEXT)
            """,
            "CREATE TABLE draft (conversation TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE state (
              only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
              account TEXT,
              people_change INTEGER NOT NULL)
            """,
            "CREATE TABLE person (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE conversation (
              id TEXT PRIMARY KEY,
              active_at INTEGER NOT NULL,
              value TEXT NOT NULL) WITHOUT ROWID
            """,
            """
            CREATE TABLE message (
              conversation TEXT NOT NULL,
              seq INTEGER NOT NULL,
              change INTEGER NOT NULL,
              value TEXT NOT NULL,
              PRIMARY KEY (conversation, seq)) WITHOUT ROWID
            """));

    private Schema() {}

    /** A file of a newer program is refused, and stays as it is. */
    static void migrate(Database database) throws SQLException {
        int version =
                database.query(row -> row.getInt(1), "PRAGMA user_version").getFirst();
        if (version > STEPS.size()) {
            throw new SQLException("The file is of a newer program: version " + version);
        }
        for (int next = version; next < STEPS.size(); next++) {
            int step = next;
            database.transact(() -> {
                for (String sql : STEPS.get(step)) {
                    database.execute(sql);
                }
                database.execute("PRAGMA user_version = " + (step + 1));
            });
        }
    }
}
