package dev.chatcall.server.contact;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.BLOCK;
import static dev.chatcall.server.database.generated.Tables.CONTACT;
import static dev.chatcall.server.database.generated.Tables.CONTACT_REQUEST;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.contact.ContactState;
import dev.chatcall.server.id.Pair;
import dev.chatcall.server.person.PersonRows;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL store. Every change first locks both accounts' rows, the lower id first: so changes between the same two,
 * and what counts against either's limits, come one after the other and never in a deadlock.
 */
public final class JooqContactStore implements ContactStore {

    /** More requests than anybody answers at once; older ones show when newer ones are answered. */
    static final int INCOMING_SHOWN_MAX = 500;

    private static final Field<UUID> SHOWN_ID = field(name("shown", "id"), UUID.class);
    private static final Field<String> STATE = field(name("shown", "state"), String.class);
    private static final Field<Instant> SINCE = field(name("shown", "since"), Instant.class);

    private final DSLContext dsl;

    public JooqContactStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<Change> change(UUID me, UUID other, Decision decision) {
        return dsl.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            Map<UUID, Person> people = lock(transaction, me, other);
            Person person = people.get(other);
            if (person == null || people.size() < 2) {
                return Optional.empty();
            }
            Relation before = read(transaction, me, other);
            Relation after = decision.next(before, new JooqCounts(transaction));
            new RelationWriter(transaction, me, other).write(before, after);
            return Optional.of(new Change(before, after, person));
        });
    }

    @Override
    public List<Contact> contactsOf(UUID accountId) {
        Table<Record3<UUID, String, Instant>> shown = shownTo(accountId).asTable("shown", "id", "state", "since");
        return dsl.select(ACCOUNT.ID, ACCOUNT.USERNAME, ACCOUNT.DISPLAY_NAME, ACCOUNT.STATUS_MESSAGE, ACCOUNT.AVATAR_ID)
                .select(STATE, SINCE)
                .from(shown)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(SHOWN_ID))
                .orderBy(SINCE.desc(), ACCOUNT.ID.desc())
                .fetch(found -> new Contact(
                        PersonRows.person(found.into(ACCOUNT)),
                        ContactState.valueOf(found.get(STATE)),
                        found.get(SINCE).toEpochMilli()));
    }

    /** The same as {@link Relation#standing()}, for everybody at once. */
    private static Select<Record3<UUID, String, Instant>> shownTo(UUID me) {
        Condition blocked = exists(selectOne()
                .from(BLOCK)
                .where(BLOCK.BLOCKER_ID.eq(me))
                .and(BLOCK.BLOCKED_ID.eq(CONTACT_REQUEST.FROM_ID)));
        SelectLimitStep<Record3<UUID, String, Instant>> incoming = select(
                        CONTACT_REQUEST.FROM_ID, state(ContactState.INCOMING), CONTACT_REQUEST.CREATED_AT)
                .from(CONTACT_REQUEST)
                .where(CONTACT_REQUEST.TO_ID.eq(me))
                .and(blocked.not())
                .orderBy(CONTACT_REQUEST.CREATED_AT.desc(), CONTACT_REQUEST.FROM_ID.desc());
        return select(CONTACT.HIGH_ID, state(ContactState.CONTACT), CONTACT.SINCE)
                .from(CONTACT)
                .where(CONTACT.LOW_ID.eq(me))
                .unionAll(select(CONTACT.LOW_ID, state(ContactState.CONTACT), CONTACT.SINCE)
                        .from(CONTACT)
                        .where(CONTACT.HIGH_ID.eq(me)))
                .unionAll(incoming.limit(INCOMING_SHOWN_MAX))
                .unionAll(select(CONTACT_REQUEST.TO_ID, state(ContactState.OUTGOING), CONTACT_REQUEST.CREATED_AT)
                        .from(CONTACT_REQUEST)
                        .where(CONTACT_REQUEST.FROM_ID.eq(me)))
                .unionAll(select(BLOCK.BLOCKED_ID, state(ContactState.BLOCKED), BLOCK.CREATED_AT)
                        .from(BLOCK)
                        .where(BLOCK.BLOCKER_ID.eq(me)));
    }

    @Override
    public Map<UUID, Set<UUID>> contactIdsOf(Collection<UUID> accountIds) {
        UUID[] ids = accountIds.toArray(UUID[]::new);
        Map<UUID, Set<UUID>> contacts = new HashMap<>();
        dsl.select(CONTACT.LOW_ID, CONTACT.HIGH_ID)
                .from(CONTACT)
                .where(CONTACT.LOW_ID.eq(any(val(ids))))
                .unionAll(
                        select(CONTACT.HIGH_ID, CONTACT.LOW_ID).from(CONTACT).where(CONTACT.HIGH_ID.eq(any(val(ids)))))
                .forEach(found -> contacts.computeIfAbsent(found.value1(), id -> new HashSet<>())
                        .add(found.value2()));
        return contacts;
    }

    @Override
    public Set<UUID> contactsAmong(UUID accountId, Collection<UUID> others) {
        UUID[] ids = others.toArray(UUID[]::new);
        return dsl.select(CONTACT.HIGH_ID)
                .from(CONTACT)
                .where(CONTACT.LOW_ID.eq(accountId))
                .and(CONTACT.HIGH_ID.eq(any(val(ids))))
                .unionAll(select(CONTACT.LOW_ID)
                        .from(CONTACT)
                        .where(CONTACT.HIGH_ID.eq(accountId))
                        .and(CONTACT.LOW_ID.eq(any(val(ids)))))
                .fetchSet(CONTACT.HIGH_ID);
    }

    @Override
    public boolean blockedEitherWay(UUID one, UUID other) {
        return dsl.fetchExists(BLOCK, row(BLOCK.BLOCKER_ID, BLOCK.BLOCKED_ID).in(row(one, other), row(other, one)));
    }

    private static Map<UUID, Person> lock(DSLContext transaction, UUID me, UUID other) {
        return transaction
                .select(ACCOUNT.ID, ACCOUNT.USERNAME, ACCOUNT.DISPLAY_NAME, ACCOUNT.STATUS_MESSAGE, ACCOUNT.AVATAR_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(me, other))
                .orderBy(ACCOUNT.ID)
                .forNoKeyUpdate()
                .fetchMap(ACCOUNT.ID, found -> PersonRows.person(found.into(ACCOUNT)));
    }

    private static Relation read(DSLContext transaction, UUID me, UUID other) {
        Pair pair = Pair.of(me, other);
        Record found = Objects.requireNonNull(transaction
                .select(
                        select(CONTACT.SINCE)
                                .from(CONTACT)
                                .where(CONTACT.LOW_ID.eq(pair.low()), CONTACT.HIGH_ID.eq(pair.high()))
                                .asField("contact_since"),
                        askedAt(me, other).asField("i_asked"),
                        askedAt(other, me).asField("they_asked"),
                        blockedAt(me, other).asField("i_block"),
                        blockedAt(other, me).asField("they_block"))
                .fetchOne());
        return new Relation(
                instant(found, "contact_since"),
                new Relation.Side(instant(found, "i_asked"), instant(found, "i_block")),
                new Relation.Side(instant(found, "they_asked"), instant(found, "they_block")));
    }

    private static Select<?> askedAt(UUID from, UUID to) {
        return select(CONTACT_REQUEST.CREATED_AT)
                .from(CONTACT_REQUEST)
                .where(CONTACT_REQUEST.FROM_ID.eq(from), CONTACT_REQUEST.TO_ID.eq(to));
    }

    private static Select<?> blockedAt(UUID blocker, UUID blocked) {
        return select(BLOCK.CREATED_AT).from(BLOCK).where(BLOCK.BLOCKER_ID.eq(blocker), BLOCK.BLOCKED_ID.eq(blocked));
    }

    private static @Nullable Instant instant(Record found, String name) {
        return found.get(name, Instant.class);
    }

    private static Field<String> state(ContactState state) {
        return inline(state.name());
    }

    private record JooqCounts(DSLContext transaction) implements Counts {
        @Override
        public int contactsOf(UUID accountId) {
            return transaction.fetchCount(CONTACT, CONTACT.LOW_ID.eq(accountId).or(CONTACT.HIGH_ID.eq(accountId)));
        }

        @Override
        public int requestsBy(UUID accountId) {
            return transaction.fetchCount(CONTACT_REQUEST, CONTACT_REQUEST.FROM_ID.eq(accountId));
        }

        @Override
        public int blocksBy(UUID accountId) {
            return transaction.fetchCount(BLOCK, BLOCK.BLOCKER_ID.eq(accountId));
        }
    }
}
