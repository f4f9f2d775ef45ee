package dev.chatcall.desktop.storage;

import dev.chatcall.desktop.sync.KeptConversation;
import dev.chatcall.desktop.sync.Snapshot;
import dev.chatcall.desktop.sync.SnapshotChange;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.message.Message;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server's state in the file. Of a conversation only those messages are written that are new or different; how many
 * there are is bounded by {@link KeptConversation#RECENT_MAX}.
 */
final class SnapshotTables {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotTables.class);

    /** A start reads the messages of so many conversations, and of the others, which are older, the last one alone. */
    static final int CONVERSATIONS_MAX = 100;

    private static final String MESSAGES = """
            SELECT value FROM message AS one
            WHERE conversation IN (SELECT id FROM conversation ORDER BY active_at DESC, id LIMIT ?)
              OR seq = (SELECT max(seq) FROM message WHERE conversation = one.conversation)
            ORDER BY conversation, seq
            """;

    private final Database database;
    private final JsonMapper mapper;

    SnapshotTables(Database database, JsonMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** What cannot be read is forgotten: the server has all of it. */
    Optional<Snapshot> load() throws SQLException {
        try {
            List<Snapshot> only = database.query(
                    row -> {
                        String account = row.getString(1);
                        return new Snapshot(
                                account == null ? null : mapper.readValue(account, Account.class),
                                row.getLong(2),
                                people(),
                                conversations());
                    },
                    "SELECT account, people_change FROM state");
            return only.stream().findFirst();
        } catch (JacksonException e) {
            LOG.warn("What was kept of the server's state is of another program, and is asked for again");
            clear();
            return Optional.empty();
        }
    }

    /** In one transaction. */
    void keep(SnapshotChange change) throws SQLException {
        database.transact(() -> {
            keepState(change);
            for (Person person : change.people()) {
                database.change(
                        "REPLACE INTO person (id, value) VALUES (?, ?)",
                        person.id().toString(),
                        mapper.writeValueAsString(person));
            }
            for (UUID removed : change.removed()) {
                database.change("DELETE FROM conversation WHERE id = ?", removed.toString());
                database.change("DELETE FROM message WHERE conversation = ?", removed.toString());
            }
            for (KeptConversation conversation : change.conversations()) {
                keepConversation(conversation);
            }
        });
    }

    private void clear() throws SQLException {
        database.transact(() -> {
            for (String table : List.of("state", "person", "conversation", "message")) {
                database.execute("DELETE FROM " + table);
            }
        });
    }

    private void keepState(SnapshotChange change) throws SQLException {
        @Nullable String account = change.account() == null ? null : mapper.writeValueAsString(change.account());
        database.change("""
                INSERT INTO state (only_row, account, people_change) VALUES (1, ?, ?)
                ON CONFLICT (only_row) DO UPDATE
                SET account = coalesce(excluded.account, account), people_change = excluded.people_change
                """, account, change.peopleChange());
    }

    private void keepConversation(KeptConversation conversation) throws SQLException {
        String id = conversation.conversation().id().toString();
        database.change(
                "REPLACE INTO conversation (id, active_at, value) VALUES (?, ?, ?)",
                id,
                activeAt(conversation),
                mapper.writeValueAsString(withoutMessages(conversation)));
        Map<Long, Long> held = new HashMap<>();
        database.query(
                row -> held.put(row.getLong(1), row.getLong(2)),
                "SELECT seq, change FROM message WHERE conversation = ?",
                id);
        for (Message message : newest(conversation.recent())) {
            Long change = held.remove(message.seq());
            if (change == null || change != message.change()) {
                database.change(
                        "REPLACE INTO message (conversation, seq, change, value) VALUES (?, ?, ?, ?)",
                        id,
                        message.seq(),
                        message.change(),
                        mapper.writeValueAsString(message));
            }
        }
        for (Long gone : held.keySet()) {
            database.change("DELETE FROM message WHERE conversation = ? AND seq = ?", id, gone);
        }
    }

    private List<Person> people() throws SQLException {
        return database.query(row -> mapper.readValue(row.getString(1), Person.class), "SELECT value FROM person");
    }

    private List<KeptConversation> conversations() throws SQLException {
        Map<UUID, List<Message>> messages = new HashMap<>();
        database.query(
                row -> {
                    Message message = mapper.readValue(row.getString(1), Message.class);
                    return messages.computeIfAbsent(message.conversationId(), id -> new ArrayList<>())
                            .add(message);
                },
                MESSAGES,
                CONVERSATIONS_MAX);
        return database.query(
                row -> {
                    KeptConversation kept = mapper.readValue(row.getString(1), KeptConversation.class);
                    UUID id = kept.conversation().id();
                    return withMessages(kept, List.copyOf(messages.getOrDefault(id, List.of())));
                },
                "SELECT value FROM conversation");
    }

    private static long activeAt(KeptConversation conversation) {
        return conversation.recent().isEmpty()
                ? conversation.conversation().createdAt()
                : conversation.recent().getLast().sentAt();
    }

    private static List<Message> newest(List<Message> messages) {
        return messages.subList(Math.max(messages.size() - KeptConversation.RECENT_MAX, 0), messages.size());
    }

    private static KeptConversation withoutMessages(KeptConversation conversation) {
        return withMessages(conversation, List.of());
    }

    private static KeptConversation withMessages(KeptConversation conversation, List<Message> messages) {
        return new KeptConversation(
                conversation.conversation(),
                conversation.change(),
                conversation.lastSeq(),
                conversation.participants(),
                conversation.unreadMentions(),
                messages,
                conversation.readAhead());
    }
}
