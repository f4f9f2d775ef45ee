package dev.chatcall.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.message.MessageBody;
import java.util.List;
import java.util.UUID;

/**
 * What a client says over the WebSocket. Who says it is known from the connection's session, never from a field. What
 * is answered carries a {@code requestId} of the client's choosing, which comes back in the answer or the error.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ClientMessage.SendMessage.class, name = "message.send"),
    @JsonSubTypes.Type(value = ClientMessage.MarkRead.class, name = "receipt.read"),
    @JsonSubTypes.Type(value = ClientMessage.MarkDelivered.class, name = "receipt.delivered"),
    @JsonSubTypes.Type(value = ClientMessage.SetTyping.class, name = "typing.set"),
    @JsonSubTypes.Type(value = ClientMessage.WatchPresence.class, name = "presence.watch"),
    @JsonSubTypes.Type(value = ClientMessage.SyncConversation.class, name = "sync.conversation"),
    @JsonSubTypes.Type(value = ClientMessage.AskCall.class, name = "call.request"),
    @JsonSubTypes.Type(value = ClientMessage.Ping.class, name = "ping")
})
public sealed interface ClientMessage {

    /**
     * The first frame. The server answers {@code welcome}, then everything missed, then {@code sync.done}.
     *
     * @param protocol {@link Limits#PROTOCOL_VERSION}
     * @param client name and version of the program, for the log
     * @param capabilities optional parts of the protocol that the client speaks; none so far
     * @param accountChange the {@code change} of the account held, 0 for none
     * @param peopleChange the {@code change} of the last {@code sync.people}, 0 for none; that of a
     *     {@code person.changed} is no cursor, since earlier ones may have been missed
     * @param conversations how far each conversation is known; those left out come whole
     */
    record Hello(
            int protocol,
            String client,
            List<String> capabilities,
            long accountChange,
            long peopleChange,
            List<Cursor> conversations)
            implements ClientMessage {
        public Hello {
            Require.text(client, "client", 1, 80);
            capabilities = Require.list(capabilities, "capabilities", 50);
            conversations = Require.list(conversations, "conversations", Limits.CONVERSATIONS_MAX);
        }
    }

    /** @param change the last change of the conversation that the client holds, without gaps before it */
    record Cursor(UUID conversationId, long change) {
        public Cursor {
            Require.present(conversationId, "conversationId");
            Require.within(change, "change", 0, Long.MAX_VALUE);
        }
    }

    /**
     * Answered by {@code message.accepted} once it is stored, or by {@code error}. Safe to repeat with the same
     * {@code id}.
     *
     * @param id made by the client, UUIDv7
     */
    record SendMessage(String requestId, UUID conversationId, UUID id, MessageBody body) implements ClientMessage {
        public SendMessage {
            Require.text(requestId, "requestId", 1, 64);
            Require.present(conversationId, "conversationId");
            Require.present(id, "id");
            Require.present(body, "body");
        }
    }

    /** Read up to {@code seq}. Not answered; comes back as {@code receipts.moved}. Never moves backward. */
    record MarkRead(UUID conversationId, long seq) implements ClientMessage {
        public MarkRead {
            Require.present(conversationId, "conversationId");
            Require.within(seq, "seq", 0, Long.MAX_VALUE);
        }
    }

    /** Arrived on this device up to {@code seq}. As {@link MarkRead}. */
    record MarkDelivered(UUID conversationId, long seq) implements ClientMessage {
        public MarkDelivered {
            Require.present(conversationId, "conversationId");
            Require.within(seq, "seq", 0, Long.MAX_VALUE);
        }
    }

    /** Droppable. Say true at most every three seconds while typing; it fades after six. */
    record SetTyping(UUID conversationId, boolean typing) implements ClientMessage {
        public SetTyping {
            Require.present(conversationId, "conversationId");
        }
    }

    /** The people on screen now, besides one's contacts; replaces what was watched before. */
    record WatchPresence(List<UUID> accountIds) implements ClientMessage {
        public WatchPresence {
            accountIds = Require.list(accountIds, "accountIds", Limits.WATCHED_PEOPLE_MAX);
        }
    }

    /** Asks for one conversation since a change, after a gap was seen. Answered by {@code conversation.state}. */
    record SyncConversation(UUID conversationId, long change) implements ClientMessage {
        public SyncConversation {
            Require.present(conversationId, "conversationId");
            Require.within(change, "change", 0, Long.MAX_VALUE);
        }
    }

    /** Anything about calls. Answered by {@code call.reply} or {@code error}. */
    record AskCall(String requestId, CallRequest request) implements ClientMessage {
        public AskCall {
            Require.text(requestId, "requestId", 1, 64);
            Require.present(request, "request");
        }
    }

    /** Answered by {@code pong}: shows both sides that the line is alive. */
    record Ping() implements ClientMessage {}
}
