package dev.chatcall.desktop.storage;

import dev.chatcall.protocol.message.MessageBody;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of one's own messages that the server may not have yet.
 *
 * @param order given when it is added; ascending in the order of writing
 * @param writtenAt ms since the epoch, of this device
 * @param failed the code of why it was refused for good, or null
 */
public record OutboxRecord(
        long order,
        UUID conversationId,
        UUID id,
        MessageBody body,
        long writtenAt,
        @Nullable String failed) {

    public OutboxRecord withOrder(long given) {
        return new OutboxRecord(given, conversationId, id, body, writtenAt, failed);
    }

    public OutboxRecord withFailed(@Nullable String code) {
        return new OutboxRecord(order, conversationId, id, body, writtenAt, code);
    }
}
