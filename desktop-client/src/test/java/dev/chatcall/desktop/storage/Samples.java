package dev.chatcall.desktop.storage;

import dev.chatcall.desktop.sync.KeptConversation;
import dev.chatcall.desktop.sync.SnapshotChange;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

final class Samples {
    static final UUID ME = new UUID(7, 1);
    static final UUID ANN = new UUID(7, 2);

    private Samples() {}

    static MessageBody text(String text) {
        return new MessageBody.Text(text, List.of(ANN));
    }

    static Person person(UUID id, String name) {
        return new Person(id, name.toLowerCase(java.util.Locale.ROOT), name, "", null);
    }

    static Account account(long change) {
        return new Account(
                person(ME, "Me"), "me@example.org", false, new Settings(true, false), List.of(), List.of(), change);
    }

    static Message message(UUID conversation, long seq, long change) {
        return new Message(conversation, new UUID(9, seq), seq, change, ANN, 1_000 + seq, text("message " + seq));
    }

    /** A conversation with messages from one number to another, each last touched by the change of its number. */
    static KeptConversation conversation(UUID id, long from, long to) {
        return conversation(
                id,
                to,
                LongStream.rangeClosed(from, to)
                        .mapToObj(seq -> message(id, seq, seq))
                        .toList());
    }

    static KeptConversation conversation(UUID id, long change, List<Message> messages) {
        return new KeptConversation(
                new Conversation(id, ConversationKind.GROUP, "Group", null, 5),
                change,
                messages.isEmpty() ? 0 : messages.getLast().seq(),
                List.of(new Participant(ME, Role.OWNER, true, 1, 2), new Participant(ANN, Role.MEMBER, true, 3, 4)),
                List.of(2L),
                messages,
                1);
    }

    static SnapshotChange change(KeptConversation... conversations) {
        return new SnapshotChange(null, 4, List.of(), List.of(conversations), List.of());
    }
}
