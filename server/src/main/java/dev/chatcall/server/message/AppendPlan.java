package dev.chatcall.server.message;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides, with the conversations' rows held, what becomes of each message of a batch. Pure arithmetic: no database.
 */
final class AppendPlan {

    /** A conversation's counters as they stand under its lock. @param open false: a direct one without contact */
    record Counters(long lastSeq, long lastChange, boolean open) {}

    /** What the database knows of a pending message. @param stored the message with its id, or null */
    record Known(boolean member, @Nullable Message stored) {}

    private record Key(UUID conversationId, UUID senderId, UUID id) {}

    private final Map<UUID, Counters> counters;
    private final Instant now;
    private final Map<Key, Message> taken = new HashMap<>();
    private final List<Message> inserts = new ArrayList<>();

    AppendPlan(Map<UUID, Counters> counters, Instant now) {
        this.counters = new HashMap<>(counters);
        this.now = now;
    }

    /** What the server itself writes about something that was stands there whoever has gone meanwhile. */
    AppendOutcome decide(PendingMessage pending, Known known) {
        Counters conversation = counters.get(pending.conversationId());
        boolean byServer = !(pending.body() instanceof MessageBody.Text);
        if (conversation == null || (!known.member() && !byServer)) {
            return new AppendOutcome.Refused(
                    ErrorCode.CONVERSATION_NOT_FOUND, "The sender takes part in no such conversation");
        }
        Key key = new Key(pending.conversationId(), pending.senderId(), pending.id());
        Message stored = known.stored() != null ? known.stored() : taken.get(key);
        if (stored != null) {
            return repeated(pending, stored);
        }
        if (!conversation.open() && !byServer) {
            return new AppendOutcome.Refused(ErrorCode.CONTACT_REQUIRED, "The two are not each other's contact");
        }
        Message message = number(pending, conversation);
        taken.put(key, message);
        inserts.add(message);
        return new AppendOutcome.Stored(message);
    }

    private AppendOutcome repeated(PendingMessage pending, Message stored) {
        return stored.body().equals(pending.body())
                ? new AppendOutcome.Repeated(stored)
                : new AppendOutcome.Refused(
                        ErrorCode.MESSAGE_ID_CONFLICT, "The id is taken by a message with another body");
    }

    private Message number(PendingMessage pending, Counters conversation) {
        Counters next = new Counters(conversation.lastSeq() + 1, conversation.lastChange() + 1, conversation.open());
        counters.put(pending.conversationId(), next);
        return new Message(
                pending.conversationId(),
                pending.id(),
                next.lastSeq(),
                next.lastChange(),
                pending.senderId(),
                now.toEpochMilli(),
                pending.body());
    }

    /** The messages to insert, in order. */
    List<Message> inserts() {
        return inserts;
    }
}
