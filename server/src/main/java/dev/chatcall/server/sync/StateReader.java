package dev.chatcall.server.sync;

import static dev.chatcall.server.database.generated.Tables.CONVERSATION;
import static dev.chatcall.server.database.generated.Tables.MENTION;
import static dev.chatcall.server.database.generated.Tables.MESSAGE;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;
import static org.jooq.impl.DSL.or;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.server.database.generated.tables.records.ConversationRecord;
import dev.chatcall.server.database.generated.tables.records.ParticipantRecord;
import dev.chatcall.server.message.MessageRows;
import dev.chatcall.server.person.PersonRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads the states of some conversations with one statement for each kind of row, however many they are. */
final class StateReader {
    private static final int MENTIONS_MAX = 100;

    private final DSLContext tx;
    private final MessageRows rows;
    private final UUID accountId;
    private final Map<UUID, Long> since;

    StateReader(DSLContext tx, MessageRows rows, UUID accountId, Map<UUID, Long> since) {
        this.tx = tx;
        this.rows = rows;
        this.accountId = accountId;
        this.since = since;
    }

    List<ConversationState> read(boolean withPeople) {
        List<ConversationRecord> conversations = conversations();
        if (conversations.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Participant>> participants = participants();
        Map<UUID, List<Message>> messages = messages(conversations);
        Map<UUID, List<Long>> mentions = mentions();
        Map<UUID, Person> people = people(participants, withPeople);
        return conversations.stream()
                .map(row -> state(row, participants, messages, mentions, people))
                .toList();
    }

    private ConversationState state(
            ConversationRecord row,
            Map<UUID, List<Participant>> participants,
            Map<UUID, List<Message>> messages,
            Map<UUID, List<Long>> mentions,
            Map<UUID, Person> people) {
        UUID id = row.getId();
        long from = since.getOrDefault(id, 0L);
        List<Participant> changed = participants.getOrDefault(id, List.of());
        return new ConversationState(
                id,
                from == 0 ? null : from,
                row.getLastChange(),
                row.getLastSeq(),
                row.getDetailChange() > from ? view(row) : null,
                changed,
                messages.getOrDefault(id, List.of()),
                from == 0 ? mentions.getOrDefault(id, List.of()) : List.of(),
                changed.stream()
                        .map(participant -> people.get(participant.accountId()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private List<ConversationRecord> conversations() {
        return tx.select(CONVERSATION.fields())
                .from(CONVERSATION)
                .join(PARTICIPANT)
                .on(PARTICIPANT.CONVERSATION_ID.eq(CONVERSATION.ID))
                .and(PARTICIPANT.ACCOUNT_ID.eq(accountId))
                .and(PARTICIPANT.ACTIVE)
                .where(CONVERSATION.ID.in(since.keySet()))
                .fetchInto(CONVERSATION);
    }

    /** For a whole state those who are in it, for one since a change those who changed, the gone among them. */
    private Map<UUID, List<Participant>> participants() {
        List<Condition> wanted = new ArrayList<>();
        since.forEach((id, change) -> wanted.add(PARTICIPANT
                .CONVERSATION_ID
                .eq(id)
                .and(change == 0 ? PARTICIPANT.ACTIVE.isTrue() : PARTICIPANT.CHANGE.gt(change))));
        return tx.selectFrom(PARTICIPANT)
                .where(or(wanted))
                .orderBy(PARTICIPANT.JOINED_AT, PARTICIPANT.ACCOUNT_ID)
                .fetchGroups(PARTICIPANT.CONVERSATION_ID, this::participant);
    }

    private Participant participant(Record row) {
        ParticipantRecord record = row.into(PARTICIPANT);
        boolean own = record.getAccountId().equals(accountId);
        return new Participant(
                record.getAccountId(),
                Role.of(record.getRole()),
                record.getActive(),
                own ? record.getReadSeq() : record.getShownReadSeq(),
                record.getDeliveredSeq());
    }

    /** For a whole state the last message, otherwise those that came or changed. */
    private Map<UUID, List<Message>> messages(List<ConversationRecord> conversations) {
        List<Condition> wanted = new ArrayList<>();
        for (ConversationRecord conversation : conversations) {
            long change = since.getOrDefault(conversation.getId(), 0L);
            wanted.add(MESSAGE.CONVERSATION_ID
                    .eq(conversation.getId())
                    .and(change == 0 ? MESSAGE.SEQ.eq(conversation.getLastSeq()) : MESSAGE.CHANGE.gt(change)));
        }
        Map<UUID, List<Message>> messages = new HashMap<>();
        tx.selectFrom(MESSAGE)
                .where(or(wanted))
                .orderBy(MESSAGE.CONVERSATION_ID, MESSAGE.SEQ)
                .forEach(row -> messages.computeIfAbsent(row.getConversationId(), id -> new ArrayList<>())
                        .add(rows.message(row)));
        return messages;
    }

    private Map<UUID, List<Long>> mentions() {
        Map<UUID, List<Long>> mentions = new HashMap<>();
        tx.select(MENTION.CONVERSATION_ID, MENTION.SEQ)
                .from(MENTION)
                .join(PARTICIPANT)
                .on(PARTICIPANT.CONVERSATION_ID.eq(MENTION.CONVERSATION_ID))
                .and(PARTICIPANT.ACCOUNT_ID.eq(MENTION.ACCOUNT_ID))
                .where(MENTION.ACCOUNT_ID.eq(accountId))
                .and(MENTION.CONVERSATION_ID.in(wholeOnes()))
                .and(MENTION.SEQ.gt(PARTICIPANT.READ_SEQ))
                .orderBy(MENTION.SEQ)
                .forEach(row -> mentions.computeIfAbsent(row.value1(), id -> new ArrayList<>())
                        .add(row.value2()));
        mentions.replaceAll((id, all) -> List.copyOf(all.subList(Math.max(0, all.size() - MENTIONS_MAX), all.size())));
        return mentions;
    }

    private List<UUID> wholeOnes() {
        return since.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<UUID, Person> people(Map<UUID, List<Participant>> participants, boolean ofWholeOnesToo) {
        List<UUID> ids = participants.entrySet().stream()
                .filter(entry -> ofWholeOnesToo || since.getOrDefault(entry.getKey(), 0L) > 0)
                .flatMap(entry -> entry.getValue().stream())
                .map(Participant::accountId)
                .distinct()
                .toList();
        return PersonRows.byIds(tx, ids).stream().collect(Collectors.toMap(Person::id, person -> person));
    }

    private static Conversation view(ConversationRecord row) {
        return new Conversation(
                row.getId(),
                ConversationKind.of(row.getKind()),
                row.getName(),
                row.getAvatarId(),
                row.getCreatedAt().toEpochMilli());
    }
}
