package dev.chatcall.server.conversation;

import static dev.chatcall.server.database.generated.Tables.CONVERSATION;
import static dev.chatcall.server.database.generated.Tables.MESSAGE;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;
import static org.jooq.impl.DSL.count;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.ConversationPreferences;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.id.Ids;
import dev.chatcall.server.id.Pair;
import dev.chatcall.server.message.MessageRows;
import dev.chatcall.server.person.AccountChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;

/** {@link ConversationStore} on PostgreSQL. */
public final class JooqConversationStore implements ConversationStore {
    private final DSLContext dsl;
    private final MessageRows rows;
    private final Ids ids;

    public JooqConversationStore(DSLContext dsl, MessageRows rows, Ids ids) {
        this.dsl = dsl;
        this.rows = rows;
        this.ids = ids;
    }

    @Override
    public boolean isMember(UUID conversationId, UUID accountId) {
        return dsl.fetchExists(
                PARTICIPANT,
                PARTICIPANT.CONVERSATION_ID.eq(conversationId),
                PARTICIPANT.ACCOUNT_ID.eq(accountId),
                PARTICIPANT.ACTIVE.isTrue());
    }

    @Override
    public Optional<Role> roleIn(UUID conversationId, UUID accountId) {
        return dsl.select(PARTICIPANT.ROLE)
                .from(PARTICIPANT)
                .where(PARTICIPANT.CONVERSATION_ID.eq(conversationId))
                .and(PARTICIPANT.ACCOUNT_ID.eq(accountId))
                .and(PARTICIPANT.ACTIVE)
                .fetchOptional(PARTICIPANT.ROLE)
                .map(Role::of);
    }

    @Override
    public List<UUID> conversationsOf(UUID accountId) {
        return dsl.select(PARTICIPANT.CONVERSATION_ID)
                .from(PARTICIPANT)
                .where(PARTICIPANT.ACCOUNT_ID.eq(accountId))
                .and(PARTICIPANT.ACTIVE)
                .fetch(PARTICIPANT.CONVERSATION_ID);
    }

    @Override
    public Set<UUID> withoutRoom(Set<UUID> accountIds) {
        return dsl.select(PARTICIPANT.ACCOUNT_ID)
                .from(PARTICIPANT)
                .where(PARTICIPANT.ACCOUNT_ID.in(accountIds))
                .and(PARTICIPANT.ACTIVE)
                .groupBy(PARTICIPANT.ACCOUNT_ID)
                .having(count().ge(Limits.CONVERSATIONS_MAX))
                .fetchSet(PARTICIPANT.ACCOUNT_ID);
    }

    @Override
    public Optional<UUID> findDirect(UUID one, UUID other) {
        return findDirect(dsl, Pair.of(one, other));
    }

    private static Optional<UUID> findDirect(DSLContext tx, Pair pair) {
        return tx.select(CONVERSATION.ID)
                .from(CONVERSATION)
                .where(CONVERSATION.LOW_ID.eq(pair.low()))
                .and(CONVERSATION.HIGH_ID.eq(pair.high()))
                .fetchOptional(CONVERSATION.ID);
    }

    @Override
    public UUID createDirect(UUID id, UUID creator, UUID other, Instant now) {
        Pair pair = Pair.of(creator, other);
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            int made = tx.insertInto(CONVERSATION)
                    .set(CONVERSATION.ID, id)
                    .set(CONVERSATION.KIND, ConversationKind.DIRECT.wire())
                    .set(CONVERSATION.LOW_ID, pair.low())
                    .set(CONVERSATION.HIGH_ID, pair.high())
                    .set(CONVERSATION.LAST_CHANGE, 1L)
                    .set(CONVERSATION.DETAIL_CHANGE, 1L)
                    .set(CONVERSATION.CREATED_BY, creator)
                    .set(CONVERSATION.CREATED_AT, now)
                    .onConflict(CONVERSATION.LOW_ID, CONVERSATION.HIGH_ID)
                    .doNothing()
                    .execute();
            if (made == 0) {
                return findDirect(tx, pair).orElseThrow();
            }
            tx.batch(join(tx, id, creator, Role.MEMBER, 0, now), join(tx, id, other, Role.MEMBER, 0, now))
                    .execute();
            return id;
        });
    }

    @Override
    public boolean createGroup(NewGroup group, Instant now) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            int made = tx.insertInto(CONVERSATION)
                    .set(CONVERSATION.ID, group.id())
                    .set(CONVERSATION.KIND, ConversationKind.GROUP.wire())
                    .set(CONVERSATION.NAME, group.name())
                    .set(CONVERSATION.LAST_SEQ, 1L)
                    .set(CONVERSATION.LAST_CHANGE, 1L)
                    .set(CONVERSATION.DETAIL_CHANGE, 1L)
                    .set(CONVERSATION.CREATED_BY, group.creator())
                    .set(CONVERSATION.CREATED_AT, now)
                    .onConflictDoNothing()
                    .execute();
            if (made == 0) {
                requireOwn(tx, group);
                return false;
            }
            tell(tx, group, now);
            List<Query> joins = new ArrayList<>();
            joins.add(join(tx, group.id(), group.creator(), Role.OWNER, 1, now));
            group.members().forEach(member -> joins.add(join(tx, group.id(), member, Role.MEMBER, 0, now)));
            tx.batch(joins).execute();
            return true;
        });
    }

    /** An id that somebody else's conversation has is as good as unknown to this creator. */
    private static void requireOwn(DSLContext tx, NewGroup group) {
        boolean own = tx.fetchExists(
                CONVERSATION, CONVERSATION.ID.eq(group.id()), CONVERSATION.CREATED_BY.eq(group.creator()));
        if (!own) {
            throw new ServiceException(ErrorCode.CONVERSATION_NOT_FOUND, "The id is taken");
        }
    }

    private void tell(DSLContext tx, NewGroup group, Instant now) {
        tx.insertInto(MESSAGE)
                .set(MESSAGE.CONVERSATION_ID, group.id())
                .set(MESSAGE.SEQ, 1L)
                .set(MESSAGE.CHANGE, 1L)
                .set(MESSAGE.SENDER_ID, group.creator())
                .set(MESSAGE.ID, group.messageId())
                .set(MESSAGE.SENT_AT, now)
                .set(MESSAGE.BODY, JSONB.valueOf(rows.encode(new MessageBody.GroupCreated(group.name()))))
                .execute();
    }

    private static Query join(DSLContext tx, UUID conversationId, UUID accountId, Role role, long read, Instant now) {
        return tx.insertInto(PARTICIPANT)
                .set(PARTICIPANT.CONVERSATION_ID, conversationId)
                .set(PARTICIPANT.ACCOUNT_ID, accountId)
                .set(PARTICIPANT.ROLE, role.wire())
                .set(PARTICIPANT.JOINED_AT, now)
                .set(PARTICIPANT.READ_SEQ, read)
                .set(PARTICIPANT.SHOWN_READ_SEQ, read)
                .set(PARTICIPANT.DELIVERED_SEQ, read)
                .set(PARTICIPANT.CHANGE, 1L);
    }

    @Override
    public Optional<Edited> edit(UUID conversationId, UUID actorId, GroupChange change, Instant now) {
        return dsl.transactionResult(configuration ->
                new GroupTransaction(configuration.dsl(), rows, ids, now).run(conversationId, actorId, change));
    }

    @Override
    public void setPreferences(UUID accountId, ConversationPreferences preferences) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.update(PARTICIPANT)
                    .set(PARTICIPANT.MUTED, preferences.muted())
                    .set(PARTICIPANT.PINNED, preferences.pinned())
                    .where(PARTICIPANT.CONVERSATION_ID.eq(preferences.conversationId()))
                    .and(PARTICIPANT.ACCOUNT_ID.eq(accountId))
                    .and(PARTICIPANT.ACTIVE)
                    .execute();
            AccountChanges.touch(tx, accountId);
        });
    }

    @Override
    public List<ConversationPreferences> preferencesOf(UUID accountId) {
        return dsl.select(PARTICIPANT.CONVERSATION_ID, PARTICIPANT.MUTED, PARTICIPANT.PINNED)
                .from(PARTICIPANT)
                .where(PARTICIPANT.ACCOUNT_ID.eq(accountId))
                .and(PARTICIPANT.ACTIVE)
                .and(PARTICIPANT.MUTED.isTrue().or(PARTICIPANT.PINNED.isTrue()))
                .fetch(row -> new ConversationPreferences(row.value1(), row.value2(), row.value3()));
    }
}
