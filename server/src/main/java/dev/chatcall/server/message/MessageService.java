package dev.chatcall.server.message;

import dev.chatcall.protocol.ClientMessage.SendMessage;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.protocol.message.MessagePage;
import dev.chatcall.server.error.ServiceException;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sending messages and reading back through them. */
public final class MessageService {
    private final ConversationWriter writer;
    private final MessageStore store;

    public MessageService(ConversationWriter writer, MessageStore store) {
        this.writer = writer;
        this.store = store;
    }

    /**
     * Queues a message to be stored. Whether the sender may is decided by the writer, in the transaction that stores.
     *
     * @param outcome called once, after the commit
     * @throws ServiceException {@link ErrorCode#MESSAGE_BODY_NOT_ALLOWED}, {@link ErrorCode#SERVER_BUSY}
     */
    public void send(UUID senderId, UUID connectionId, SendMessage message, Consumer<AppendOutcome> outcome) {
        if (!(message.body() instanceof MessageBody.Text)) {
            throw new ServiceException(ErrorCode.MESSAGE_BODY_NOT_ALLOWED, "Only the server writes such messages");
        }
        writer.append(new PendingMessage(
                senderId, connectionId, message.conversationId(), message.id(), message.body(), outcome));
    }

    /** The page of messages before {@code seq}. The caller has checked membership. */
    public MessagePage before(UUID conversationId, long seq, int limit) {
        return store.before(conversationId, seq, bounded(limit));
    }

    /** The page of messages after {@code seq}. */
    public MessagePage after(UUID conversationId, long seq, int limit) {
        return store.after(conversationId, seq, bounded(limit));
    }

    /** A page with {@code seq} in its middle: half of it up to and with {@code seq}, half after. */
    public MessagePage around(UUID conversationId, long seq, int limit) {
        int half = Math.max(1, bounded(limit) / 2);
        long middle = Math.clamp(seq, 0, Long.MAX_VALUE - 1);
        MessagePage older = store.before(conversationId, middle + 1, half);
        MessagePage newer = store.after(conversationId, middle, half);
        return new MessagePage(
                Stream.concat(older.messages().stream(), newer.messages().stream())
                        .toList(),
                newer.firstSeq(),
                newer.lastSeq());
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 1, Limits.PAGE_MAX);
    }
}
