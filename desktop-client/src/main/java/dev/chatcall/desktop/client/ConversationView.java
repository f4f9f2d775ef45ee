package dev.chatcall.desktop.client;

import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation for the list and the header.
 *
 * @param name a group's name; null in a direct conversation, which is called after {@code otherId}
 * @param otherId the other person of a direct conversation
 * @param members all who take part now, oneself included
 * @param last the newest line, one's own unsent ones included; null in an empty conversation
 * @param activeAt for the order of the list: the last line's time, or the conversation's, ms since the epoch
 * @param unreadMentions how many of the unread ones mention oneself (at most 100)
 */
public record ConversationView(
        UUID id,
        ConversationKind kind,
        @Nullable String name,
        @Nullable UUID avatarId,
        long createdAt,
        @Nullable UUID otherId,
        Role myRole,
        List<Member> members,
        long lastSeq,
        @Nullable TimelineEntry last,
        long activeAt,
        long readSeq,
        long unread,
        int unreadMentions,
        @Nullable Long firstUnreadSeq,
        boolean muted,
        boolean pinned) {}
