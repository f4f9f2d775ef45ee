package dev.chatcall.server.message;

import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One batch of messages on one database connection, in the order: lock, look, decide, insert, commit. Plain JDBC: this
 * is the busiest place of the server.
 */
final class AppendTransaction {
    private final Connection connection;
    private final MessageRows rows;
    private final Instant now;

    /** @param connection with auto-commit off */
    AppendTransaction(Connection connection, MessageRows rows, Instant now) {
        this.connection = connection;
        this.rows = rows;
        this.now = now;
    }

    List<AppendOutcome> run(List<PendingMessage> batch) throws SQLException {
        Seen seen = lockAndLook(batch);
        AppendPlan plan = new AppendPlan(seen.counters(), now);
        List<AppendOutcome> outcomes = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            outcomes.add(plan.decide(batch.get(i), seen.known().get(i)));
        }
        if (!plan.inserts().isEmpty()) {
            insert(plan.inserts());
            mention(plan.inserts());
        }
        connection.commit();
        return outcomes;
    }

    /** What the database holds under the lock. @param known of each message of the batch, in its order */
    private record Seen(Map<UUID, AppendPlan.Counters> counters, List<AppendPlan.Known> known) {}

    /** Two statements, sent together. */
    private Seen lockAndLook(List<PendingMessage> batch) throws SQLException {
        Object[] ids =
                batch.stream().map(PendingMessage::conversationId).distinct().toArray();
        try (PreparedStatement statement = connection.prepareStatement(AppendStatements.LOCK_AND_LOOK)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            setArray(statement, 2, "uuid", batch, PendingMessage::conversationId);
            setArray(statement, 3, "uuid", batch, PendingMessage::senderId);
            setArray(statement, 4, "uuid", batch, PendingMessage::id);
            statement.execute();
            Map<UUID, AppendPlan.Counters> counters = counters(statement);
            statement.getMoreResults();
            return new Seen(counters, known(statement, batch));
        }
    }

    private static Map<UUID, AppendPlan.Counters> counters(PreparedStatement statement) throws SQLException {
        Map<UUID, AppendPlan.Counters> counters = new HashMap<>();
        try (ResultSet row = statement.getResultSet()) {
            while (row.next()) {
                counters.put(
                        row.getObject(1, UUID.class),
                        new AppendPlan.Counters(row.getLong(2), row.getLong(3), row.getBoolean(4)));
            }
        }
        return counters;
    }

    private List<AppendPlan.Known> known(PreparedStatement statement, List<PendingMessage> batch) throws SQLException {
        List<AppendPlan.Known> known = new ArrayList<>(batch.size());
        try (ResultSet row = statement.getResultSet()) {
            for (PendingMessage pending : batch) {
                row.next();
                known.add(new AppendPlan.Known(row.getBoolean(1), stored(row, pending)));
            }
        }
        return known;
    }

    private @Nullable Message stored(ResultSet row, PendingMessage pending) throws SQLException {
        long seq = row.getLong(2);
        if (row.wasNull()) {
            return null;
        }
        return new Message(
                pending.conversationId(),
                pending.id(),
                seq,
                row.getLong(3),
                pending.senderId(),
                row.getObject(4, OffsetDateTime.class).toInstant().toEpochMilli(),
                rows.decode(row.getString(5)));
    }

    private void insert(List<Message> messages) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AppendStatements.INSERT)) {
            setArray(statement, 1, "uuid", messages, Message::conversationId);
            setArray(statement, 2, "bigint", messages, Message::seq);
            setArray(statement, 3, "bigint", messages, Message::change);
            setArray(statement, 4, "uuid", messages, Message::senderId);
            setArray(statement, 5, "uuid", messages, Message::id);
            setArray(statement, 6, "text", messages, message -> rows.encode(message.body()));
            statement.setObject(7, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private void mention(List<Message> messages) throws SQLException {
        List<Mention> mentions = messages.stream().flatMap(Mention::in).toList();
        if (mentions.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(AppendStatements.MENTION)) {
            setArray(statement, 1, "uuid", mentions, Mention::accountId);
            setArray(statement, 2, "uuid", mentions, Mention::conversationId);
            setArray(statement, 3, "bigint", mentions, Mention::seq);
            statement.executeUpdate();
        }
    }

    private <T> void setArray(
            PreparedStatement statement, int index, String type, List<T> from, Function<T, Object> value)
            throws SQLException {
        statement.setArray(
                index, connection.createArrayOf(type, from.stream().map(value).toArray()));
    }

    private record Mention(UUID accountId, UUID conversationId, long seq) {
        static Stream<Mention> in(Message message) {
            return message.body() instanceof MessageBody.Text text
                    ? text.mentions().stream()
                            .map(account -> new Mention(account, message.conversationId(), message.seq()))
                    : Stream.empty();
        }
    }
}
