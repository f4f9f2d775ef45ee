package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.message.Message;
import java.util.UUID;

/** What is to be done about an applied frame, besides showing the new state. */
public sealed interface Effect {
    /** A conversation is known up to this change now. */
    record Advanced(UUID conversationId, long change) implements Effect {}

    /** One's own message is known to be stored. */
    record Stored(UUID conversationId, UUID id) implements Effect {}

    /** Somebody else's message came just now, not in a sync. */
    record Arrived(Message message) implements Effect {}

    /** A conversation was started afresh: what is on screen of it must be loaded again. */
    record Reset(UUID conversationId) implements Effect {}

    record Removed(UUID conversationId) implements Effect {}

    record Synced() implements Effect {}
}
