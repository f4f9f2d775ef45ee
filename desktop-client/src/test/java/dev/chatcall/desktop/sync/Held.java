package dev.chatcall.desktop.sync;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/** A replica that holds one conversation of two, and what it would say. */
public final class Held implements Replica.Events {
    public static final UUID ME = new UUID(0, 1);
    public static final UUID ANN = new UUID(0, 2);
    public static final UUID ID = new UUID(1, 0);

    private final List<ClientMessage> said = new ArrayList<>();
    private final Replica replica;
    private long change;

    /** @param lastSeq so many messages there are, of which the last is known; {@code read} are read */
    public Held(Loop loop, long lastSeq, long read) {
        replica = new Replica(loop, this);
        replica.begin(ME);
        tell(lastSeq, read);
    }

    public Replica replica() {
        return replica;
    }

    public List<ClientMessage> said() {
        return said;
    }

    public ConversationEntry entry() {
        return replica.entry(ID).orElseThrow();
    }

    /** Told whole, as after a long absence. */
    public void tell(long lastSeq, long read) {
        change = Math.max(lastSeq, change + 1);
        replica.receive(new ServerMessage.StateOfConversation(new ConversationState(
                ID,
                null,
                change,
                lastSeq,
                new Conversation(ID, ConversationKind.DIRECT, null, null, 1),
                List.of(
                        new Participant(ME, Role.MEMBER, true, read, read),
                        new Participant(ANN, Role.MEMBER, true, lastSeq, lastSeq)),
                lastSeq == 0 ? List.of() : List.of(message(lastSeq)),
                List.of(),
                List.of())));
    }

    /** Ann says one more. */
    public Message arrive() {
        Message next = new Message(
                ID,
                new UUID(7, entry().lastSeq() + 1),
                entry().lastSeq() + 1,
                ++change,
                ANN,
                1,
                new MessageBody.Text("new", List.of()));
        replica.receive(new ServerMessage.NewMessage(next));
        return next;
    }

    public static Message message(long seq) {
        return new Message(ID, new UUID(7, seq), seq, seq, ANN, 1, new MessageBody.Text("text " + seq, List.of()));
    }

    public static List<Message> messages(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Held::message).toList();
    }

    @Override
    public boolean send(ClientMessage frame) {
        return said.add(frame);
    }

    @Override
    public Optional<MessageBody> bodyOf(UUID conversationId, UUID id) {
        return Optional.empty();
    }

    @Override
    public void happened(Effect effect) {}
}
