package dev.chatcall.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.conversation.ReadPointer;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.presence.Presence;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the server says over the WebSocket. Frames with a {@code change} belong to one conversation's numbered changes:
 * each number is exactly one frame, so a client that sees n + 2 after n knows that it missed one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerMessage.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ServerMessage.AccountChanged.class, name = "account.changed"),
    @JsonSubTypes.Type(value = ServerMessage.SyncPeople.class, name = "sync.people"),
    @JsonSubTypes.Type(value = ServerMessage.SyncDone.class, name = "sync.done"),
    @JsonSubTypes.Type(value = ServerMessage.StateOfConversation.class, name = "conversation.state"),
    @JsonSubTypes.Type(value = ServerMessage.ConversationChanged.class, name = "conversation.changed"),
    @JsonSubTypes.Type(value = ServerMessage.ConversationRemoved.class, name = "conversation.removed"),
    @JsonSubTypes.Type(value = ServerMessage.MessageAccepted.class, name = "message.accepted"),
    @JsonSubTypes.Type(value = ServerMessage.NewMessage.class, name = "message.new"),
    @JsonSubTypes.Type(value = ServerMessage.ReceiptsMoved.class, name = "receipts.moved"),
    @JsonSubTypes.Type(value = ServerMessage.TypingChanged.class, name = "typing.changed"),
    @JsonSubTypes.Type(value = ServerMessage.PresenceChanged.class, name = "presence.changed"),
    @JsonSubTypes.Type(value = ServerMessage.PersonChanged.class, name = "person.changed"),
    @JsonSubTypes.Type(value = ServerMessage.RunningCalls.class, name = "call.list"),
    @JsonSubTypes.Type(value = ServerMessage.CallChanged.class, name = "call.changed"),
    @JsonSubTypes.Type(value = ServerMessage.CallHappened.class, name = "call.event"),
    @JsonSubTypes.Type(value = ServerMessage.CallReplied.class, name = "call.reply"),
    @JsonSubTypes.Type(value = ServerMessage.Error.class, name = "error"),
    @JsonSubTypes.Type(value = ServerMessage.Pong.class, name = "pong")
})
public sealed interface ServerMessage {

    /**
     * The first frame of the server, in answer to {@code hello}.
     *
     * @param serverTime for showing "today" rightly on a device whose clock is off; orders nothing
     */
    record Welcome(
            int protocol,
            String serverVersion,
            List<String> capabilities,
            UUID accountId,
            UUID sessionId,
            long serverTime)
            implements ServerMessage {}

    /** The whole account, after {@code hello} when it changed and whenever it changes. */
    record AccountChanged(Account account) implements ServerMessage {}

    /** Profiles that changed since the client's {@code peopleChange}, of people it shares something with. */
    record SyncPeople(List<Person> people, long change) implements ServerMessage {}

    /** Everything missed was sent. */
    record SyncDone() implements ServerMessage {}

    /** A conversation whole or since a change: in the sync, after a gap, and when one becomes a member. */
    record StateOfConversation(ConversationState state) implements ServerMessage {}

    /**
     * Name, picture, members or roles changed.
     *
     * @param message the system message that tells of it; it takes a {@code seq}
     * @param conversation as it is now
     * @param participants those who changed
     * @param people profiles of participants who are new
     */
    record ConversationChanged(
            UUID conversationId,
            long change,
            Message message,
            Conversation conversation,
            List<Participant> participants,
            List<Person> people)
            implements ServerMessage {}

    /** One is no longer a member: forget it. */
    record ConversationRemoved(UUID conversationId) implements ServerMessage {}

    /** One's own message is stored: to the connection that sent it, in place of {@code message.new}. */
    record MessageAccepted(String requestId, UUID conversationId, UUID id, long seq, long change, long sentAt)
            implements ServerMessage {}

    /** A message, to every other connection of every member. */
    record NewMessage(Message message) implements ServerMessage {}

    /** @param pointers may be empty: somebody moved who does not show it */
    record ReceiptsMoved(UUID conversationId, long change, List<ReadPointer> pointers) implements ServerMessage {}

    /** Droppable and never numbered. */
    record TypingChanged(UUID conversationId, UUID accountId, boolean typing) implements ServerMessage {}

    /** Droppable and never numbered. */
    record PresenceChanged(List<Presence> presences) implements ServerMessage {}

    /**
     * A profile changed of somebody one shares a conversation or contact list with.
     *
     * @param change which of two such frames is newer; not a cursor to come back with
     */
    record PersonChanged(Person person, long change) implements ServerMessage {}

    /** Every call that goes on in one's conversations, in the sync; what is not in it is over. */
    record RunningCalls(List<Call> calls) implements ServerMessage {}

    /** A call as it stands, to every connection of every member of its conversation. */
    record CallChanged(Call call) implements ServerMessage {}

    /** To those who are in the call. */
    record CallHappened(UUID callId, CallEvent event) implements ServerMessage {}

    record CallReplied(String requestId, CallReply reply) implements ServerMessage {}

    /**
     * A refusal. Where it is final for the connection the server closes after it.
     *
     * @param requestId of the message refused, or null where it had none or could not be read
     * @param retryAfterMs milliseconds until another try makes sense, or null
     */
    record Error(
            @Nullable String requestId,
            ErrorCode code,
            String detail,
            @Nullable Long retryAfterMs) implements ServerMessage {}

    record Pong() implements ServerMessage {}
}
