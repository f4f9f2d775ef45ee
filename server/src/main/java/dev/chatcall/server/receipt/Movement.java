package dev.chatcall.server.receipt;

import dev.chatcall.protocol.conversation.ReadPointer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The pointers of one conversation that moved together, under one change number.
 *
 * @param shown what everybody may see, without those of whom only the hidden pointer moved
 * @param own for those who hide how far they read: their own true pointer
 */
public record Movement(UUID conversationId, long change, List<ReadPointer> shown, Map<UUID, ReadPointer> own) {}
