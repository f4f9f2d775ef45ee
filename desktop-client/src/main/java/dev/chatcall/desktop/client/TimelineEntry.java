package dev.chatcall.desktop.client;

import dev.chatcall.protocol.message.MessageBody;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a conversation: a stored message, or one of one's own on its way.
 *
 * @param id with the sender it is stable while a message goes from the outbox to the server
 * @param seq its place in the conversation; null until it is stored
 * @param sentAt for display only, ms since the epoch; when it was written while it is not stored
 * @param delivery null for what others wrote and for what the server wrote
 * @param error the code of why it failed; with {@code FAILED} only
 */
public record TimelineEntry(
        UUID conversationId,
        UUID id,
        @Nullable Long seq,
        UUID senderId,
        long sentAt,
        MessageBody body,
        @Nullable Delivery delivery,
        @Nullable String error) {

    /** Stable while a message goes from the outbox to the server. */
    public String key() {
        return senderId + "/" + id;
    }
}
