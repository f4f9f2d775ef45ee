package dev.chatcall.protocol.message;

import java.util.UUID;

/**
 * A stored message.
 *
 * @param conversationId where it was said
 * @param id made by the sender's client (UUIDv7), unique per sender and conversation for ever
 * @param seq its place in the conversation: 1, 2, 3 … without gaps, the only order
 * @param change the conversation's change number that last touched this message
 * @param senderId who wrote it, or who did what a system message tells
 * @param sentAt when the server stored it, for display only
 */
public record Message(
        UUID conversationId, UUID id, long seq, long change, UUID senderId, long sentAt, MessageBody body) {}
