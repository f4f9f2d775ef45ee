package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessageBody;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The server's rules in memory: what tests hold the client against. */
final class ModelServer {
    /** One connection of somebody, as the server sees it. Equal to itself alone. */
    static final class Line {
        private final UUID accountId;
        private final Consumer<ServerMessage> deliver;

        Line(UUID accountId, Consumer<ServerMessage> deliver) {
            this.accountId = accountId;
            this.deliver = deliver;
        }
    }

    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final Map<UUID, Long> profileChanges = new LinkedHashMap<>();
    private final Map<UUID, ModelConversation> conversations = new LinkedHashMap<>();
    private final Set<Line> lines = new LinkedHashSet<>();
    private final long changesMax;
    private long profileChange;

    /** @param changesMax who missed more changes than this of a conversation starts it afresh */
    ModelServer(long changesMax) {
        this.changesMax = changesMax;
    }

    void person(UUID id, String name) {
        people.put(id, new Person(id, "user", name, "", null));
        profileChanges.put(id, ++profileChange);
    }

    void group(UUID id, List<UUID> members) {
        conversations.put(id, new ModelConversation(id, "group", members));
    }

    ModelConversation conversation(UUID id) {
        return conversations.get(id);
    }

    void rename(UUID id, UUID actor, String name) {
        publish(conversation(id), conversation(id).rename(actor, UUID.randomUUID(), name));
    }

    void add(UUID id, UUID actor, UUID accountId) {
        ModelConversation conversation = conversation(id);
        List<Line> before = membersOf(conversation);
        ServerMessage frame = conversation.add(actor, UUID.randomUUID(), people.get(accountId));
        before.forEach(line -> line.deliver.accept(frame));
        ServerMessage state =
                new ServerMessage.StateOfConversation(conversation.state(accountId, 0, changesMax, people));
        linesOf(accountId).forEach(line -> line.deliver.accept(state));
    }

    void remove(UUID id, UUID actor, UUID accountId) {
        publish(conversation(id), conversation(id).remove(actor, UUID.randomUUID(), accountId));
        linesOf(accountId).forEach(line -> line.deliver.accept(new ServerMessage.ConversationRemoved(id)));
    }

    void changeProfile(UUID id, String name) {
        person(id, name);
        lines.forEach(line -> line.deliver.accept(new ServerMessage.PersonChanged(people.get(id), profileChange)));
    }

    void say(UUID id, UUID sender, MessageBody body) {
        publish(
                conversation(id),
                new ServerMessage.NewMessage(conversation(id).write(sender, UUID.randomUUID(), body)));
    }

    void move(UUID id, UUID accountId, long read, long delivered) {
        if (conversation(id).has(accountId)) {
            conversation(id).move(accountId, read, delivered).ifPresent(frame -> publish(conversation(id), frame));
        }
    }

    void connect(Line line) {
        lines.add(line);
    }

    void disconnect(Line line) {
        lines.remove(line);
    }

    void receive(Line line, ClientMessage frame) {
        switch (frame) {
            case ClientMessage.Hello hello -> greet(line, hello);
            case ClientMessage.SyncConversation sync -> tell(line, sync.conversationId(), sync.change());
            default -> throw new AssertionError(frame);
        }
    }

    private void greet(Line line, ClientMessage.Hello hello) {
        Map<UUID, Long> cursors = hello.conversations().stream()
                .collect(Collectors.toMap(ClientMessage.Cursor::conversationId, ClientMessage.Cursor::change));
        line.deliver.accept(new ServerMessage.Welcome(1, "model", List.of(), line.accountId, new UUID(0, 0), 0));
        line.deliver.accept(new ServerMessage.AccountChanged(accountOf(line.accountId)));
        List<Person> news = people.values().stream()
                .filter(person -> profileChanges.get(person.id()) > hello.peopleChange())
                .toList();
        line.deliver.accept(new ServerMessage.SyncPeople(news, profileChange));
        for (ModelConversation conversation : conversations.values()) {
            long cursor = cursors.getOrDefault(conversation.id(), 0L);
            boolean member = conversation.has(line.accountId);
            if (!member && cursors.containsKey(conversation.id())) {
                line.deliver.accept(new ServerMessage.ConversationRemoved(conversation.id()));
            } else if (member && cursor != conversation.change()) {
                tell(line, conversation.id(), cursor);
            }
        }
        line.deliver.accept(new ServerMessage.SyncDone());
    }

    private Account accountOf(UUID id) {
        return new Account(people.get(id), "me@example.org", false, new Settings(true, true), List.of(), List.of(), 1);
    }

    private void tell(Line line, UUID id, long change) {
        ModelConversation conversation = conversations.get(id);
        line.deliver.accept(
                conversation.has(line.accountId)
                        ? new ServerMessage.StateOfConversation(
                                conversation.state(line.accountId, change, changesMax, people))
                        : new ServerMessage.Error(null, ErrorCode.CONVERSATION_NOT_FOUND, "", null));
    }

    private void publish(ModelConversation conversation, ServerMessage frame) {
        membersOf(conversation).forEach(line -> line.deliver.accept(frame));
    }

    private List<Line> membersOf(ModelConversation conversation) {
        return lines.stream().filter(line -> conversation.has(line.accountId)).toList();
    }

    private List<Line> linesOf(UUID accountId) {
        return lines.stream().filter(line -> line.accountId.equals(accountId)).toList();
    }
}
