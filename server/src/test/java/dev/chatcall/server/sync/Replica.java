package dev.chatcall.server.sync;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.conversation.ReadPointer;
import dev.chatcall.protocol.message.Message;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client holds of one conversation, kept by the rules of the protocol: the tests' own reading of them. */
public final class Replica {
    private final Map<UUID, Participant> participants = new HashMap<>();
    private final TreeMap<Long, Message> messages = new TreeMap<>();
    private @Nullable Conversation conversation;
    private long lastSeq;
    private long cursor;

    /** Takes a whole state, or one since a change that is known. */
    public void take(ConversationState state) {
        if (state.since() == null) {
            participants.clear();
            messages.clear();
            cursor = 0;
            lastSeq = 0;
        } else if (state.since() > cursor) {
            throw new AssertionError("since " + state.since() + ", but known up to " + cursor);
        }
        if (state.conversation() != null) {
            conversation = state.conversation();
        }
        put(state.participants());
        state.messages().forEach(this::put);
        lastSeq = Math.max(lastSeq, state.lastSeq());
        cursor = Math.max(cursor, state.change());
    }

    /** Takes a live frame; it must be the very next one. */
    public void take(ServerMessage frame) {
        switch (frame) {
            case ServerMessage.NewMessage(var message) -> {
                advance(message.change());
                put(message);
            }
            case ServerMessage.ReceiptsMoved moved -> {
                advance(moved.change());
                moved.pointers().forEach(this::move);
            }
            case ServerMessage.ConversationChanged changed -> {
                advance(changed.change());
                conversation = changed.conversation();
                put(changed.participants());
                put(changed.message());
            }
            default -> throw new AssertionError("Not of a conversation: " + frame);
        }
    }

    private void advance(long change) {
        if (change != cursor + 1) {
            throw new AssertionError("change " + change + " after " + cursor);
        }
        cursor = change;
    }

    private void put(Collection<Participant> changed) {
        for (Participant participant : changed) {
            if (participant.active()) {
                participants.put(participant.accountId(), participant);
            } else {
                participants.remove(participant.accountId());
            }
        }
    }

    private void put(Message message) {
        messages.put(message.seq(), message);
        lastSeq = Math.max(lastSeq, message.seq());
        move(new ReadPointer(message.senderId(), message.seq(), message.seq()));
    }

    private void move(ReadPointer pointer) {
        participants.computeIfPresent(
                pointer.accountId(),
                (id, participant) -> new Participant(
                        id,
                        participant.role(),
                        true,
                        Math.max(participant.readSeq(), pointer.readSeq()),
                        Math.max(participant.deliveredSeq(), pointer.deliveredSeq())));
    }

    public long cursor() {
        return cursor;
    }

    public long unread(UUID accountId) {
        Participant own = participants.get(accountId);
        return own == null ? 0 : lastSeq - own.readSeq();
    }

    public @Nullable Conversation conversation() {
        return conversation;
    }

    public Map<UUID, Participant> participants() {
        return Map.copyOf(participants);
    }

    public long lastSeq() {
        return lastSeq;
    }

    public List<Message> messages() {
        return List.copyOf(messages.values());
    }
}
