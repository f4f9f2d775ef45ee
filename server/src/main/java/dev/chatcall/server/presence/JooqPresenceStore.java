package dev.chatcall.server.presence;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.BLOCK;
import static dev.chatcall.server.database.generated.Tables.CONTACT;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.chatcall.server.database.generated.tables.ParticipantTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The PostgreSQL store. */
public final class JooqPresenceStore implements PresenceStore {
    private static final Field<UUID> VIEWER = field(name("look", "viewer_id"), UUID.class);
    private static final Field<UUID> VIEWED = field(name("look", "account_id"), UUID.class);
    private static final Field<UUID> SEEN_ID = field(name("seen", "id"), UUID.class);
    private static final Field<Instant> SEEN_AT = field(name("seen", "at"), Instant.class);

    private final DSLContext dsl;

    public JooqPresenceStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void saw(Map<UUID, Instant> lastSeen) {
        UUID[] ids = lastSeen.keySet().toArray(UUID[]::new);
        Instant[] times = Arrays.stream(ids).map(lastSeen::get).toArray(Instant[]::new);
        Table<Record> seen = table("unnest({0}, {1})", val(ids), val(times)).as("seen", "id", "at");
        dsl.transaction(configuration -> {
            DSLContext transaction = configuration.dsl();
            // Locked in one order, so that nobody who locks two accounts waits for this in a circle.
            transaction
                    .select(ACCOUNT.ID)
                    .from(ACCOUNT)
                    .where(ACCOUNT.ID.eq(any(val(ids))))
                    .orderBy(ACCOUNT.ID)
                    .forNoKeyUpdate()
                    .execute();
            transaction
                    .update(ACCOUNT)
                    .set(ACCOUNT.LAST_SEEN_AT, greatest(ACCOUNT.LAST_SEEN_AT, SEEN_AT))
                    .from(seen)
                    .where(ACCOUNT.ID.eq(SEEN_ID))
                    .execute();
        });
    }

    @Override
    public Collection<Look> allowed(Collection<Look> looks) {
        if (looks.isEmpty()) {
            return List.of();
        }
        Table<Record> look = table(
                        "unnest({0}, {1})", val(column(looks, Look::viewerId)), val(column(looks, Look::accountId)))
                .as("look", "viewer_id", "account_id");
        return dsl.select(VIEWER, VIEWED)
                .from(look)
                .where(VIEWER.eq(VIEWED).or(contacts()).or(shareConversation().andNot(blocked())))
                .fetch(found -> new Look(found.value1(), found.value2()));
    }

    @Override
    public Map<UUID, Instant> lastSeen(Collection<UUID> accountIds) {
        return dsl.select(ACCOUNT.ID, ACCOUNT.LAST_SEEN_AT)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(any(val(accountIds.toArray(UUID[]::new)))))
                .and(ACCOUNT.SHOWS_LAST_SEEN)
                .and(ACCOUNT.LAST_SEEN_AT.isNotNull())
                .fetchMap(ACCOUNT.ID, ACCOUNT.LAST_SEEN_AT);
    }

    private static Condition contacts() {
        return exists(selectOne()
                .from(CONTACT)
                .where(row(CONTACT.LOW_ID, CONTACT.HIGH_ID).in(row(VIEWER, VIEWED), row(VIEWED, VIEWER))));
    }

    private static Condition blocked() {
        return exists(selectOne()
                .from(BLOCK)
                .where(row(BLOCK.BLOCKER_ID, BLOCK.BLOCKED_ID).in(row(VIEWER, VIEWED), row(VIEWED, VIEWER))));
    }

    private static Condition shareConversation() {
        ParticipantTable viewer = PARTICIPANT.as("viewer");
        ParticipantTable viewed = PARTICIPANT.as("viewed");
        return exists(selectOne()
                .from(viewer)
                .join(viewed)
                .on(viewed.CONVERSATION_ID.eq(viewer.CONVERSATION_ID))
                .where(viewer.ACCOUNT_ID.eq(VIEWER), viewed.ACCOUNT_ID.eq(VIEWED))
                .and(viewer.ACTIVE)
                .and(viewed.ACTIVE));
    }

    private static UUID[] column(Collection<Look> looks, Function<Look, UUID> id) {
        return looks.stream().map(id).toArray(UUID[]::new);
    }
}
