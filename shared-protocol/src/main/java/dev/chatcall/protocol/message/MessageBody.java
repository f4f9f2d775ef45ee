package dev.chatcall.protocol.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.chatcall.protocol.InvalidFieldException;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.error.ErrorCode;
import java.util.List;
import java.util.UUID;

/**
 * What a message says. People write {@link Text}; the other kinds are written by the server into a conversation when
 * something happens to it, and the message's sender is who did it. New kinds (files, voice, calls) join this list; a
 * client that does not know a kind says so in its place and keeps the message.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MessageBody.Text.class, name = "text"),
    @JsonSubTypes.Type(value = MessageBody.GroupCreated.class, name = "group.created"),
    @JsonSubTypes.Type(value = MessageBody.GroupRenamed.class, name = "group.renamed"),
    @JsonSubTypes.Type(value = MessageBody.GroupPictureChanged.class, name = "group.picture_changed"),
    @JsonSubTypes.Type(value = MessageBody.MembersAdded.class, name = "members.added"),
    @JsonSubTypes.Type(value = MessageBody.MemberRemoved.class, name = "member.removed"),
    @JsonSubTypes.Type(value = MessageBody.MemberLeft.class, name = "member.left"),
    @JsonSubTypes.Type(value = MessageBody.RoleChanged.class, name = "member.role_changed"),
    @JsonSubTypes.Type(value = MessageBody.CallEnded.class, name = "call.ended")
})
public sealed interface MessageBody {

    /**
     * Text in the Markdown subset that both clients draw.
     *
     * @param text 1 to {@link Limits#MESSAGE_MAX} code points, not only white space
     * @param mentions members of the conversation that the text names as {@code @username}; counted in their badges
     */
    record Text(String text, List<UUID> mentions) implements MessageBody {
        public Text {
            Require.text(text, "text", 0, Limits.MESSAGE_MAX, ErrorCode.MESSAGE_TOO_LONG);
            if (text.isBlank()) {
                throw new InvalidFieldException(ErrorCode.MESSAGE_EMPTY, "text", "is empty");
            }
            mentions = Require.list(mentions, "mentions", Limits.MENTIONS_MAX).stream()
                    .distinct()
                    .toList();
        }
    }

    record GroupCreated(String name) implements MessageBody {}

    record GroupRenamed(String name) implements MessageBody {}

    record GroupPictureChanged() implements MessageBody {}

    record MembersAdded(List<UUID> accountIds) implements MessageBody {}

    record MemberRemoved(UUID accountId) implements MessageBody {}

    record MemberLeft() implements MessageBody {}

    record RoleChanged(UUID accountId, Role role) implements MessageBody {}

    /**
     * A call was here; the message's sender is the caller.
     *
     * @param durationMs from the first answer to the end; 0 when nobody answered
     * @param accountIds who was in it, the caller among them, in the order in which they came; at most the first 50
     */
    record CallEnded(UUID callId, boolean video, EndReason reason, long durationMs, List<UUID> accountIds)
            implements MessageBody {}

    /** What a client holds in place of a kind that it does not know. Nobody sends it, so it has no name. */
    record Unknown() implements MessageBody {}
}
