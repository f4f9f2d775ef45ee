package dev.chatcall.desktop;

import dev.chatcall.desktop.account.DataFolder;
import dev.chatcall.desktop.account.FileTokens;
import dev.chatcall.desktop.instance.Link;
import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.session.TokenKeeper;
import dev.chatcall.desktop.storage.AccountStorage;
import dev.chatcall.desktop.storage.SqliteStorage;
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
import java.util.stream.IntStream;

/**
 * What the program is opened with once, so that Java learns what a start needs: somebody who signed in long ago, one
 * conversation, and a server that is not there. Nothing leaves this machine.
 */
final class Rehearsal {
    /** Nothing listens there, and nothing may. */
    static final String SERVER = "http://127.0.0.1:1";

    static final UUID ME = new UUID(1, 1);

    private static final UUID OTHER = new UUID(1, 2);
    private static final UUID CONVERSATION = new UUID(1, 3);
    /** Of every kind that a message's text can be, but for letters whose fonts are large. */
    private static final List<String> TEXTS = List.of(
            "Good morning",
            "Did you read **the notes**? They are at https://example.org/notes, and *some* of it is `code`.",
            "Twice \uD83D\uDE00",
            "- one\n- two\n\n> said\n\n```\nfor each card: turn\n```");

    private Rehearsal() {}

    /** Keeps all of it in the folder. Blocks. */
    static void prepare(DataFolder folder, Loop loop) {
        new FileTokens(folder, SERVER, ME, Json.mapper()).write(new TokenKeeper.KeptToken(ME, "none"));
        try (SqliteStorage storage = new SqliteStorage(loop, Json.mapper(), id -> folder.account(SERVER, id))) {
            AccountStorage account = storage.open(ME).join();
            account.snapshots().keep(new SnapshotChange(account(), 1, people(), List.of(conversation()), List.of()));
            account.close().join();
        }
    }

    /** Leads to the conversation. */
    static String link() {
        return new Link(SERVER, Link.Target.CONVERSATION, CONVERSATION).toString();
    }

    private static List<Person> people() {
        return List.of(person(ME, "Ada"), person(OTHER, "Grace"));
    }

    private static Person person(UUID id, String name) {
        return new Person(id, name, name, "", null);
    }

    private static Account account() {
        Settings settings = new Settings(true, true);
        return new Account(person(ME, "Ada"), "ada@example.org", false, settings, List.of(), List.of(), 1);
    }

    private static KeptConversation conversation() {
        List<Message> messages =
                IntStream.rangeClosed(1, 12).mapToObj(Rehearsal::message).toList();
        return new KeptConversation(
                new Conversation(CONVERSATION, ConversationKind.DIRECT, null, null, 0),
                messages.size(),
                messages.size(),
                List.of(participant(ME), participant(OTHER)),
                List.of(),
                messages,
                messages.size());
    }

    private static Participant participant(UUID id) {
        return new Participant(id, Role.MEMBER, true, 10, 10);
    }

    private static Message message(int seq) {
        UUID sender = seq % 3 == 0 ? ME : OTHER;
        MessageBody body = new MessageBody.Text(TEXTS.get(seq % TEXTS.size()), List.of());
        return new Message(CONVERSATION, new UUID(2, seq), seq, seq, sender, seq * 60_000L, body);
    }
}
