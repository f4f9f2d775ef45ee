package dev.chatcall.protocol.conversation;

import java.util.UUID;

/**
 * What one person chose for one conversation; {@code PUT /api/conversations/{id}/preferences} sets it. Private.
 *
 * @param muted no toast, sound or notification; its unread count is grey and outside the total
 * @param pinned on top of the list
 */
public record ConversationPreferences(UUID conversationId, boolean muted, boolean pinned) {}
