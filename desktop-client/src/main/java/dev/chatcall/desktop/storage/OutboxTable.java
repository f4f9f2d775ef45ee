package dev.chatcall.desktop.storage;

import dev.chatcall.protocol.message.MessageBody;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The outbox's records in the file. */
final class OutboxTable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxTable.class);

    private final Database database;
    private final JsonMapper mapper;

    OutboxTable(Database database, JsonMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    List<OutboxRecord> all() throws SQLException {
        return database.query(this::record, "SELECT * FROM outbox ORDER BY position").stream()
                .flatMap(Optional::stream)
                .toList();
    }

    OutboxRecord add(UUID conversationId, UUID id, MessageBody body, long writtenAt) throws SQLException {
        long position = database.query(
                        row -> row.getLong(1),
                        "INSERT INTO outbox (conversation, id, body, written_at) VALUES (?, ?, ?, ?) RETURNING position",
                        conversationId.toString(),
                        id.toString(),
                        bodyWriter().writeValueAsString(body),
                        writtenAt)
                .getFirst();
        return new OutboxRecord(position, conversationId, id, body, writtenAt, null);
    }

    void put(OutboxRecord record) throws SQLException {
        database.change(
                "UPDATE outbox SET body = ?, failed = ? WHERE position = ?",
                bodyWriter().writeValueAsString(record.body()),
                record.failed(),
                record.order());
    }

    void remove(long order) throws SQLException {
        database.change("DELETE FROM outbox WHERE position = ?", order);
    }

    /** As the interface, not as the record: the kind is written along. */
    private ObjectWriter bodyWriter() {
        return mapper.writerFor(MessageBody.class);
    }

    /** One that cannot be read stays where it is: a newer program wrote it, and may come back. */
    private Optional<OutboxRecord> record(ResultSet row) throws SQLException {
        try {
            return Optional.of(new OutboxRecord(
                    row.getLong("position"),
                    UUID.fromString(row.getString("conversation")),
                    UUID.fromString(row.getString("id")),
                    mapper.readValue(row.getString("body"), MessageBody.class),
                    row.getLong("written_at"),
                    row.getString("failed")));
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.warn("A message in the outbox cannot be read, and waits");
            return Optional.empty();
        }
    }
}
