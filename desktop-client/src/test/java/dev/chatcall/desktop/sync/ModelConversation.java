package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.conversation.ReadPointer;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** One conversation as the server keeps it, in as few words as possible. */
final class ModelConversation {
    private record Row(Participant participant, long change) {}

    private final List<Message> messages = new ArrayList<>();
    private final Map<UUID, Row> rows = new LinkedHashMap<>();
    private final Map<UUID, List<Long>> mentions = new LinkedHashMap<>();
    private Conversation conversation;
    private long change;
    private long detailChange;

    ModelConversation(UUID id, String name, List<UUID> members) {
        conversation = new Conversation(id, ConversationKind.GROUP, name, null, 1);
        members.forEach(member -> admit(member, 1, 0));
        detailChange = 1;
        write(members.getFirst(), UUID.randomUUID(), new MessageBody.GroupCreated(name));
    }

    UUID id() {
        return conversation.id();
    }

    long change() {
        return change;
    }

    List<Message> messages() {
        return messages;
    }

    long lastSeq() {
        return messages.size();
    }

    boolean has(UUID accountId) {
        Row row = rows.get(accountId);
        return row != null && row.participant().active();
    }

    /** Stores a message under the next numbers. */
    Message write(UUID senderId, UUID id, MessageBody body) {
        change++;
        long seq = lastSeq() + 1;
        Message message = new Message(id(), id, seq, change, senderId, 1_000 + seq, body);
        messages.add(message);
        Row row = rows.get(senderId);
        if (row != null) {
            rows.put(senderId, new Row(moved(row.participant(), seq, seq), row.change()));
        }
        if (body instanceof MessageBody.Text text) {
            text.mentions().stream()
                    .filter(this::has)
                    .forEach(who -> mentions.computeIfAbsent(who, _ -> new ArrayList<>())
                            .add(seq));
        }
        return message;
    }

    ServerMessage rename(UUID actor, UUID id, String name) {
        conversation = new Conversation(id(), ConversationKind.GROUP, name, null, 1);
        Message message = write(actor, id, new MessageBody.GroupRenamed(name));
        detailChange = change;
        return changed(message, List.of());
    }

    ServerMessage add(UUID actor, UUID id, Person person) {
        Message message = write(actor, id, new MessageBody.MembersAdded(List.of(person.id())));
        admit(person.id(), change, message.seq() - 1);
        return changed(message, List.of(person));
    }

    ServerMessage remove(UUID actor, UUID id, UUID accountId) {
        Message message = write(actor, id, new MessageBody.MemberRemoved(accountId));
        Participant gone = rows.get(accountId).participant();
        Participant left = new Participant(accountId, gone.role(), false, gone.readSeq(), gone.deliveredSeq());
        rows.put(accountId, new Row(left, change));
        return changed(message, List.of());
    }

    /** Moves pointers forward; empty where nothing moves. */
    Optional<ServerMessage> move(UUID accountId, long readSeq, long deliveredSeq) {
        Row row = rows.get(accountId);
        long read = Math.max(row.participant().readSeq(), Math.min(readSeq, lastSeq()));
        long delivered = Math.max(Math.max(row.participant().deliveredSeq(), read), Math.min(deliveredSeq, lastSeq()));
        Participant after = moved(row.participant(), read, delivered);
        if (after.equals(row.participant())) {
            return Optional.empty();
        }
        change++;
        rows.put(accountId, new Row(after, change));
        return Optional.of(
                new ServerMessage.ReceiptsMoved(id(), change, List.of(new ReadPointer(accountId, read, delivered))));
    }

    /** As one person sees it; who missed more than that many changes starts afresh. */
    ConversationState state(UUID me, long cursor, long changesMax, Map<UUID, Person> people) {
        long from = cursor > change || change - cursor > changesMax ? 0 : cursor;
        boolean whole = from == 0;
        List<Participant> told = rows.values().stream()
                .filter(row -> whole ? row.participant().active() : row.change() > from)
                .map(Row::participant)
                .toList();
        long readSeq = rows.containsKey(me) ? rows.get(me).participant().readSeq() : 0;
        List<Long> unread = mentions.getOrDefault(me, List.of()).stream()
                .filter(seq -> seq > readSeq)
                .toList();
        return new ConversationState(
                id(),
                whole ? null : from,
                change,
                lastSeq(),
                detailChange > from ? conversation : null,
                told,
                whole
                        ? messages.subList(messages.size() - 1, messages.size()).stream()
                                .toList()
                        : messages.stream()
                                .filter(message -> message.change() > from)
                                .toList(),
                whole ? unread.subList(Math.max(0, unread.size() - 100), unread.size()) : List.of(),
                told.stream()
                        .map(participant -> people.get(participant.accountId()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private void admit(UUID accountId, long at, long read) {
        Row row = rows.get(accountId);
        long readSeq = Math.max(row == null ? 0 : row.participant().readSeq(), read);
        long delivered = Math.max(row == null ? 0 : row.participant().deliveredSeq(), read);
        rows.put(accountId, new Row(new Participant(accountId, Role.MEMBER, true, readSeq, delivered), at));
    }

    private static Participant moved(Participant participant, long read, long delivered) {
        return new Participant(participant.accountId(), participant.role(), participant.active(), read, delivered);
    }

    private ServerMessage changed(Message message, List<Person> people) {
        List<Participant> told = rows.values().stream()
                .filter(row -> row.change() == change)
                .map(Row::participant)
                .toList();
        return new ServerMessage.ConversationChanged(id(), change, message, conversation, told, people);
    }
}
