package dev.chatcall.server.sync;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.CONTACT;
import static dev.chatcall.server.database.generated.Tables.CONTACT_REQUEST;
import static dev.chatcall.server.database.generated.Tables.CONVERSATION;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;
import static dev.chatcall.server.database.generated.Tables.PROFILE_COUNTER;
import static org.jooq.impl.DSL.select;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.server.database.generated.tables.ParticipantTable;
import dev.chatcall.server.message.MessageRows;
import dev.chatcall.server.person.PersonRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;

/** {@link SyncStore} on PostgreSQL. */
public final class JooqSyncStore implements SyncStore {
    private final DSLContext dsl;
    private final MessageRows rows;

    public JooqSyncStore(DSLContext dsl, MessageRows rows) {
        this.dsl = dsl;
        this.rows = rows;
    }

    @Override
    public Map<UUID, Long> changes(UUID accountId) {
        return dsl.select(CONVERSATION.ID, CONVERSATION.LAST_CHANGE)
                .from(PARTICIPANT)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(PARTICIPANT.CONVERSATION_ID))
                .where(PARTICIPANT.ACCOUNT_ID.eq(accountId))
                .and(PARTICIPANT.ACTIVE)
                .fetchMap(CONVERSATION.ID, CONVERSATION.LAST_CHANGE);
    }

    /** One snapshot for all statements, so that the cursor in a state is exactly what the state holds. */
    @Override
    public List<ConversationState> states(UUID accountId, Map<UUID, Long> since, boolean withPeople) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return new StateReader(tx, rows, accountId, since).read(withPeople);
        });
    }

    @Override
    public long peopleChange() {
        Long value = dsl.select(PROFILE_COUNTER.VALUE).from(PROFILE_COUNTER).fetchOne(PROFILE_COUNTER.VALUE);
        return value == null ? 0 : value;
    }

    @Override
    public List<Person> peopleChangedSince(UUID accountId, long change) {
        return dsl.selectFrom(ACCOUNT)
                .where(ACCOUNT.PROFILE_CHANGE.gt(change))
                .and(ACCOUNT.ID.in(relatedTo(accountId)))
                .fetch(PersonRows::person);
    }

    @Override
    public Optional<SyncService.Profile> profile(UUID accountId) {
        return dsl.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.eq(accountId))
                .fetchOptional(row -> new SyncService.Profile(PersonRows.person(row), row.getProfileChange()));
    }

    @Override
    public List<UUID> related(UUID accountId, Collection<UUID> candidates) {
        return dsl.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(candidates))
                .and(ACCOUNT.ID.in(relatedTo(accountId)))
                .fetch(ACCOUNT.ID);
    }

    private static Select<Record1<UUID>> relatedTo(UUID accountId) {
        ParticipantTable mine = PARTICIPANT.as("mine");
        return select(PARTICIPANT.ACCOUNT_ID)
                .from(mine)
                .join(PARTICIPANT)
                .on(PARTICIPANT.CONVERSATION_ID.eq(mine.CONVERSATION_ID))
                .where(mine.ACCOUNT_ID.eq(accountId))
                .and(mine.ACTIVE)
                .union(select(CONTACT.HIGH_ID).from(CONTACT).where(CONTACT.LOW_ID.eq(accountId)))
                .union(select(CONTACT.LOW_ID).from(CONTACT).where(CONTACT.HIGH_ID.eq(accountId)))
                .union(select(CONTACT_REQUEST.TO_ID).from(CONTACT_REQUEST).where(CONTACT_REQUEST.FROM_ID.eq(accountId)))
                .union(select(CONTACT_REQUEST.FROM_ID)
                        .from(CONTACT_REQUEST)
                        .where(CONTACT_REQUEST.TO_ID.eq(accountId)));
    }
}
