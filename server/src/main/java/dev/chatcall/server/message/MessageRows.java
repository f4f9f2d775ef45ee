package dev.chatcall.server.message;

import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.server.database.generated.tables.records.MessageRecord;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Between messages and their rows. */
public final class MessageRows {
    private final ObjectReader reader;
    private final ObjectWriter writer;

    public MessageRows(JsonMapper mapper) {
        this.reader = mapper.readerFor(MessageBody.class);
        this.writer = mapper.writerFor(MessageBody.class);
    }

    /** The body as it stands in its {@code jsonb} column. */
    public String encode(MessageBody body) {
        return writer.writeValueAsString(body);
    }

    MessageBody decode(String json) {
        return reader.readValue(json);
    }

    public Message message(MessageRecord row) {
        return new Message(
                row.getConversationId(),
                row.getId(),
                row.getSeq(),
                row.getChange(),
                row.getSenderId(),
                row.getSentAt().toEpochMilli(),
                decode(row.getBody().data()));
    }
}
