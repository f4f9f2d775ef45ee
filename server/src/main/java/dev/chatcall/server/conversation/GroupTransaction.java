package dev.chatcall.server.conversation;

import static dev.chatcall.server.database.generated.Tables.CONVERSATION;
import static dev.chatcall.server.database.generated.Tables.MESSAGE;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;

import dev.chatcall.protocol.conversation.Conversation;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.server.database.generated.tables.records.ConversationRecord;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.id.Ids;
import dev.chatcall.server.message.MessageRows;
import dev.chatcall.server.person.PersonRows;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;

/** One change of a group inside one transaction: hold the row, ask the rules, write under the next numbers. */
final class GroupTransaction {
    private final DSLContext tx;
    private final MessageRows rows;
    private final Ids ids;
    private final Instant now;

    GroupTransaction(DSLContext tx, MessageRows rows, Ids ids, Instant now) {
        this.tx = tx;
        this.rows = rows;
        this.ids = ids;
        this.now = now;
    }

    Optional<Edited> run(UUID conversationId, UUID actorId, GroupChange change) {
        ConversationRecord conversation = tx.selectFrom(CONVERSATION)
                .where(CONVERSATION.ID.eq(conversationId))
                .forNoKeyUpdate()
                .fetchOptional()
                .orElseThrow(
                        () -> new ServiceException(ErrorCode.CONVERSATION_NOT_FOUND, "There is no such conversation"));
        Map<UUID, Role> members = members(conversationId);
        requireGroup(conversation, members.containsKey(actorId));
        Group group = new Group(conversationId, conversation.getName(), conversation.getAvatarId(), members);
        return GroupRules.apply(group, actorId, change).map(edit -> write(conversation, group, actorId, edit));
    }

    private Map<UUID, Role> members(UUID conversationId) {
        return tx.select(PARTICIPANT.ACCOUNT_ID, PARTICIPANT.ROLE)
                .from(PARTICIPANT)
                .where(PARTICIPANT.CONVERSATION_ID.eq(conversationId))
                .and(PARTICIPANT.ACTIVE)
                .fetchMap(PARTICIPANT.ACCOUNT_ID, row -> Role.of(row.value2()));
    }

    private static void requireGroup(ConversationRecord conversation, boolean member) {
        if (member && !conversation.getKind().equals(ConversationKind.GROUP.wire())) {
            throw new ServiceException(ErrorCode.CONVERSATION_NOT_GROUP, "A direct conversation has nothing to change");
        }
    }

    private Edited write(ConversationRecord conversation, Group group, UUID actorId, GroupEdit edit) {
        long seq = conversation.getLastSeq() + 1;
        long change = conversation.getLastChange() + 1;
        boolean details = !edit.name().equals(group.name()) || !Objects.equals(edit.avatarId(), group.avatarId());
        conversation.setName(edit.name());
        conversation.setAvatarId(edit.avatarId());
        conversation.setLastSeq(seq);
        conversation.setLastChange(change);
        if (details) {
            conversation.setDetailChange(change);
        }
        conversation.update();
        Message message = new Message(group.id(), ids.next(), seq, change, actorId, now.toEpochMilli(), edit.body());
        insert(message);
        Set<UUID> joined = new HashSet<>(edit.roles().keySet());
        joined.removeAll(group.members().keySet());
        tx.batch(edit.roles().entrySet().stream()
                        .map(entry -> joined.contains(entry.getKey())
                                ? admit(group.id(), entry.getKey(), entry.getValue(), seq - 1, change)
                                : changeRole(group.id(), entry.getKey(), entry.getValue(), change))
                        .toList())
                .execute();
        dismiss(group.id(), edit.gone(), change);
        movePointers(group.id(), actorId, seq);
        return new Edited(
                view(conversation),
                message,
                participants(group.id(), change),
                PersonRows.byIds(tx, joined),
                joined,
                edit.gone());
    }

    private void insert(Message message) {
        tx.insertInto(MESSAGE)
                .set(MESSAGE.CONVERSATION_ID, message.conversationId())
                .set(MESSAGE.SEQ, message.seq())
                .set(MESSAGE.CHANGE, message.change())
                .set(MESSAGE.SENDER_ID, message.senderId())
                .set(MESSAGE.ID, message.id())
                .set(MESSAGE.SENT_AT, now)
                .set(MESSAGE.BODY, JSONB.valueOf(rows.encode(message.body())))
                .execute();
    }

    private Query changeRole(UUID conversationId, UUID accountId, Role role, long change) {
        return tx.update(PARTICIPANT)
                .set(PARTICIPANT.ROLE, role.wire())
                .set(PARTICIPANT.CHANGE, change)
                .where(PARTICIPANT.CONVERSATION_ID.eq(conversationId))
                .and(PARTICIPANT.ACCOUNT_ID.eq(accountId));
    }

    /** @param read who is new, or new again, has everything before their coming as read */
    private Query admit(UUID conversationId, UUID accountId, Role role, long read, long change) {
        return tx.insertInto(PARTICIPANT)
                .set(PARTICIPANT.CONVERSATION_ID, conversationId)
                .set(PARTICIPANT.ACCOUNT_ID, accountId)
                .set(PARTICIPANT.ROLE, role.wire())
                .set(PARTICIPANT.JOINED_AT, now)
                .set(PARTICIPANT.READ_SEQ, read)
                .set(PARTICIPANT.SHOWN_READ_SEQ, read)
                .set(PARTICIPANT.DELIVERED_SEQ, read)
                .set(PARTICIPANT.CHANGE, change)
                .onConflict(PARTICIPANT.CONVERSATION_ID, PARTICIPANT.ACCOUNT_ID)
                .doUpdate()
                .set(PARTICIPANT.ROLE, role.wire())
                .set(PARTICIPANT.ACTIVE, true)
                .set(PARTICIPANT.JOINED_AT, now)
                .set(PARTICIPANT.READ_SEQ, greatest(PARTICIPANT.READ_SEQ, val(read)))
                .set(PARTICIPANT.SHOWN_READ_SEQ, greatest(PARTICIPANT.SHOWN_READ_SEQ, val(read)))
                .set(PARTICIPANT.DELIVERED_SEQ, greatest(PARTICIPANT.DELIVERED_SEQ, val(read)))
                .set(PARTICIPANT.CHANGE, change);
    }

    private void dismiss(UUID conversationId, Set<UUID> gone, long change) {
        if (gone.isEmpty()) {
            return;
        }
        tx.update(PARTICIPANT)
                .set(PARTICIPANT.ACTIVE, false)
                .set(PARTICIPANT.ROLE, Role.MEMBER.wire())
                .set(PARTICIPANT.MUTED, false)
                .set(PARTICIPANT.PINNED, false)
                .set(PARTICIPANT.CHANGE, change)
                .where(PARTICIPANT.CONVERSATION_ID.eq(conversationId))
                .and(PARTICIPANT.ACCOUNT_ID.in(gone))
                .execute();
    }

    /** The message is the actor's own: it moves their pointers, as every client works out for itself. */
    private void movePointers(UUID conversationId, UUID actorId, long seq) {
        tx.update(PARTICIPANT)
                .set(PARTICIPANT.READ_SEQ, seq)
                .set(PARTICIPANT.SHOWN_READ_SEQ, seq)
                .set(PARTICIPANT.DELIVERED_SEQ, seq)
                .where(PARTICIPANT.CONVERSATION_ID.eq(conversationId))
                .and(PARTICIPANT.ACCOUNT_ID.eq(actorId))
                .execute();
    }

    private List<Participant> participants(UUID conversationId, long change) {
        return tx.selectFrom(PARTICIPANT)
                .where(PARTICIPANT.CONVERSATION_ID.eq(conversationId))
                .and(PARTICIPANT.CHANGE.eq(change))
                .fetch(row -> new Participant(
                        row.getAccountId(),
                        Role.of(row.getRole()),
                        row.getActive(),
                        row.getShownReadSeq(),
                        row.getDeliveredSeq()));
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
