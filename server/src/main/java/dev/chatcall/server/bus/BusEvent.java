package dev.chatcall.server.bus;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.chatcall.protocol.ServerMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(BusEvent.ToConversation.class),
    @JsonSubTypes.Type(BusEvent.ToAccount.class),
    @JsonSubTypes.Type(BusEvent.ToEndpoints.class),
    @JsonSubTypes.Type(BusEvent.MemberJoined.class),
    @JsonSubTypes.Type(BusEvent.MemberLeft.class),
    @JsonSubTypes.Type(BusEvent.AccountTouched.class),
    @JsonSubTypes.Type(BusEvent.PersonTouched.class),
    @JsonSubTypes.Type(BusEvent.RelationChanged.class),
    @JsonSubTypes.Type(BusEvent.PresenceTouched.class),
    @JsonSubTypes.Type(BusEvent.SessionEnded.class)
})
public sealed interface BusEvent {

    /**
     * A frame for every connection of every member.
     *
     * @param except this connection does not get it (it was answered already), or null
     * @param instead what these accounts get in place of {@code message}
     * @param droppable true where a busy connection may go without it
     */
    record ToConversation(
            UUID conversationId,
            ServerMessage message,
            @Nullable UUID except,
            Map<UUID, ServerMessage> instead,
            boolean droppable)
            implements BusEvent {
        /** For everybody, and not to be dropped. */
        public static ToConversation all(UUID conversationId, ServerMessage message) {
            return new ToConversation(conversationId, message, null, Map.of(), false);
        }
    }

    /** A frame for every connection of one account. */
    record ToAccount(UUID accountId, ServerMessage message) implements BusEvent {}

    /**
     * A frame for these devices in a call, each at the connection it has now.
     *
     * @param droppable true where a busy connection may go without it
     */
    record ToEndpoints(List<Endpoint> endpoints, ServerMessage message, boolean droppable) implements BusEvent {}

    /** The account's connections now take part in the conversation and are sent its whole state. */
    record MemberJoined(UUID conversationId, UUID accountId) implements BusEvent {}

    /** The account's connections no longer take part and are told to forget the conversation. */
    record MemberLeft(UUID conversationId, UUID accountId) implements BusEvent {}

    /** Something private of the account changed (and its {@code change} with it): send it to its connections. */
    record AccountTouched(UUID accountId) implements BusEvent {}

    /** The profile changed: tell those who share a conversation or are a contact. */
    record PersonTouched(UUID accountId) implements BusEvent {}

    /** A contact or block between the two came or went: what they may see of each other is another. */
    record RelationChanged(UUID one, UUID other) implements BusEvent {}

    /** The person came online or went offline, or changed who may see it: tell those who watch. */
    record PresenceTouched(UUID accountId) implements BusEvent {}

    /** The session was signed out: its tokens are dead and its connections are closed. */
    record SessionEnded(UUID sessionId) implements BusEvent {}
}
