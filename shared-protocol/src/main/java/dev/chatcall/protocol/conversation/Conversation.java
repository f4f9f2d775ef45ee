package dev.chatcall.protocol.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all who take part.
 *
 * @param name of a group; null in a direct conversation, which is called after the other person
 * @param avatarId the group's picture, at {@code /api/avatars/{avatarId}}, or null
 */
public record Conversation(
        UUID id,
        ConversationKind kind,
        @Nullable String name,
        @Nullable UUID avatarId,
        long createdAt) {}
