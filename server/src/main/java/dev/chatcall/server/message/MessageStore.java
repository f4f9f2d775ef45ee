package dev.chatcall.server.message;

import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessagePage;
import java.util.List;
import java.util.UUID;

/** Messages in the database. */
public interface MessageStore {

    /**
     * Stores a batch in one transaction: every message takes the next {@code seq} and {@code change} of its
     * conversation, and its sender's pointers move to it. When this returns, what it calls stored is on disk.
     *
     * @return an outcome for each message, in the order given
     */
    List<AppendOutcome> append(List<PendingMessage> batch);

    /** At most {@code limit} messages with a lower {@code seq}, the highest of them, ascending. */
    MessagePage before(UUID conversationId, long seq, int limit);

    /** At most {@code limit} messages with a higher {@code seq}, the lowest of them, ascending. */
    MessagePage after(UUID conversationId, long seq, int limit);

    /** Those that changed after {@code change}, ascending by {@code seq}; stops at {@code limit}. */
    List<Message> changedSince(UUID conversationId, long change, int limit);
}
