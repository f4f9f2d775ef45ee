package dev.chatcall.server.presence;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.CONVERSATION;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.bus.LocalBus;
import dev.chatcall.server.contact.ContactService;
import dev.chatcall.server.contact.JooqContactStore;
import dev.chatcall.server.contact.TestAccounts;
import dev.chatcall.server.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceServiceTest {
    @AutoClose
    static final TestDatabase database = TestDatabase.create();

    private static final Duration GRACE = ConnectedAccounts.GRACE;

    private final ManualTime time = new ManualTime();
    private final LocalBus bus = new LocalBus();
    private final AtomicInteger queries = new AtomicInteger();
    private final DSLContext dsl = counting(queries);
    private final JooqPresenceStore store = new JooqPresenceStore(dsl);
    private final ContactService contacts = new ContactService(new JooqContactStore(dsl), bus, time);
    private final Presence presence = new LocalPresence(store, bus, time.scheduler(), Runnable::run, time);
    /** What waits for a thread; run by {@link #settle()}. */
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private final Map<UUID, List<dev.chatcall.protocol.presence.Presence>> told = new HashMap<>();
    private final PresenceService service = new PresenceService(presence, store, contacts, this::receive, waiting::add);

    private final UUID anna = TestAccounts.insert(database.dsl());
    private final UUID ben = TestAccounts.insert(database.dsl());
    /** Anna's connection. */
    private final UUID laptop = UUID.randomUUID();
    /** Ben's connection. */
    private final UUID phone = UUID.randomUUID();

    @BeforeEach
    void subscribe() {
        bus.subscribe(service::on);
    }

    @Test
    void whoConnectsIsToldOfTheirContactsOnce() {
        befriend();
        UUID carla = TestAccounts.insert(database.dsl());
        contacts.request(carla, anna);
        contacts.accept(anna, carla);
        come(ben, phone);

        come(anna, laptop);

        assertThat(told.get(laptop)).containsExactlyInAnyOrder(online(ben), offline(carla, null));
    }

    @Test
    void contactsAreToldOfComingAndGoingWithTheTime() {
        befriend();
        come(anna, laptop);
        told.clear();

        come(ben, phone);
        assertThat(toldNow(laptop)).containsExactly(online(ben));

        Instant left = time.instant();
        leave(ben, phone);
        assertThat(toldNow(laptop)).containsExactly(offline(ben, left));
    }

    @Test
    void theTimeIsNotToldWhereItIsHidden() {
        befriend();
        come(anna, laptop);
        come(ben, phone);
        leave(ben, phone);

        hideLastSeen(ben);
        bus.publish(new BusEvent.PresenceTouched(ben));
        settle();

        assertThat(told.get(laptop)).last().isEqualTo(offline(ben, null));
        assertThat(service.presencesFor(anna, List.of(ben))).containsExactly(offline(ben, null));
    }

    @Test
    void aStrangerOnScreenLooksOfflineAndNeverMoves() {
        come(anna, laptop);
        come(ben, phone);

        watch(laptop, anna, ben);
        assertThat(toldNow(laptop)).containsExactly(offline(ben, null));

        leave(ben, phone);
        come(ben, phone);
        assertThat(toldNow(laptop)).isEmpty();
    }

    @Test
    void whoSharesAnActiveConversationIsSeenWhileOnScreen() {
        group(anna, ben);
        come(anna, laptop);
        come(ben, phone);
        assertThat(toldNow(laptop)).isEmpty();

        watch(laptop, anna, ben);
        assertThat(toldNow(laptop)).containsExactly(online(ben));

        Instant left = time.instant();
        leave(ben, phone);
        assertThat(toldNow(laptop)).containsExactly(offline(ben, left));

        watch(laptop, anna);
        come(ben, phone);
        assertThat(toldNow(laptop)).isEmpty();
    }

    @Test
    void aFormerMemberNeitherSeesNorIsSeen() {
        UUID group = group(anna, ben);
        database.dsl()
                .update(PARTICIPANT)
                .set(PARTICIPANT.ACTIVE, false)
                .where(PARTICIPANT.CONVERSATION_ID.eq(group), PARTICIPANT.ACCOUNT_ID.eq(ben))
                .execute();
        come(anna, laptop);
        come(ben, phone);

        watch(laptop, anna, ben);
        watch(phone, ben, anna);

        assertThat(toldNow(laptop)).containsExactly(offline(ben, null));
        assertThat(toldNow(phone)).containsExactly(offline(anna, null));
    }

    @Test
    void neitherOfTwoSeesTheOtherWhereOneBlocks() {
        group(anna, ben);
        contacts.block(anna, ben);
        come(anna, laptop);
        come(ben, phone);

        watch(laptop, anna, ben);
        watch(phone, ben, anna);

        assertThat(toldNow(laptop)).containsExactly(offline(ben, null));
        assertThat(toldNow(phone)).containsExactly(offline(anna, null));
        assertThat(service.presencesFor(ben, List.of(anna))).containsExactly(offline(anna, null));
    }

    @Test
    void aBlockTakesSomebodyOnScreenOfflineForBothAndItsEndBringsThemBack() {
        group(anna, ben);
        come(anna, laptop);
        come(ben, phone);
        watch(laptop, anna, ben);
        watch(phone, ben, anna);
        told.clear();

        contacts.block(anna, ben);
        settle();
        assertThat(toldNow(laptop)).containsExactly(offline(ben, null));
        assertThat(toldNow(phone)).containsExactly(offline(anna, null));

        contacts.unblock(anna, ben);
        settle();
        assertThat(toldNow(laptop)).containsExactly(online(ben));
        assertThat(toldNow(phone)).containsExactly(online(anna));
    }

    @Test
    void aBlockByAStrangerIsToldToNobody() {
        come(anna, laptop);
        come(ben, phone);

        contacts.block(anna, ben);
        settle();

        assertThat(told).isEmpty();
    }

    @Test
    void newContactsSeeEachOtherAtOnceAndRemovedOnesNoMore() {
        come(anna, laptop);
        come(ben, phone);

        befriend();
        settle();
        assertThat(toldNow(laptop)).containsExactly(online(ben));
        assertThat(toldNow(phone)).containsExactly(online(anna));

        contacts.remove(anna, ben);
        settle();
        leave(ben, phone);
        assertThat(toldNow(laptop)).isEmpty();
    }

    @Test
    void aConnectionThatClosedIsToldNothingMore() {
        befriend();
        come(anna, laptop);
        watch(laptop, anna, ben);
        told.clear();

        service.went(laptop, anna);
        service.went(laptop, anna);
        come(ben, phone);

        assertThat(told.get(laptop)).isNull();
    }

    @Test
    void whatIsOnScreenBeforeTheGreetingIsDoneCountsToo() {
        befriend();
        come(ben, phone);

        watch(laptop, anna, ben);
        assertThat(toldNow(laptop)).containsExactly(online(ben));
        leave(ben, phone);
        assertThat(toldNow(laptop)).hasSize(1);
    }

    @Test
    void oneSeesOneself() {
        come(anna, laptop);

        assertThat(service.presencesFor(anna, List.of(anna))).containsExactly(online(anna));
    }

    @Test
    void askingForManyTakesAsManyQueriesAsAskingForOne() {
        befriend();
        List<UUID> people = Stream.concat(Stream.of(ben), Stream.generate(UUID::randomUUID))
                .limit(1_000)
                .toList();
        queries.set(0);
        service.presencesFor(anna, List.of(ben));
        int forOne = queries.getAndSet(0);

        assertThat(service.presencesFor(anna, people)).hasSize(people.size());

        assertThat(queries).hasValue(forOne);
        assertThat(forOne).isLessThanOrEqualTo(2);
        assertThat(service.presencesFor(anna, List.of())).isEmpty();
    }

    @Test
    void aThousandConnectionsAtOnceAreAFewBatches() {
        List<UUID> crowd = Stream.generate(() -> TestAccounts.insert(database.dsl()))
                .limit(1_000)
                .toList();
        for (int i = 1; i < crowd.size(); i++) {
            contacts.request(crowd.get(i - 1), crowd.get(i));
            contacts.accept(crowd.get(i), crowd.get(i - 1));
        }
        settle();
        queries.set(0);

        crowd.forEach(id -> service.came(id, id));
        settle();

        assertThat(told.get(crowd.get(500)))
                .contains(online(crowd.get(499)), online(crowd.get(501)))
                .doesNotContain(offline(crowd.get(499), null));
        assertThat(queries.get()).isLessThan(4 * 2 * crowd.size() / 64 + 10);
    }

    private void come(UUID accountId, UUID connectionId) {
        service.came(connectionId, accountId);
        settle();
    }

    private void leave(UUID accountId, UUID connectionId) {
        service.went(connectionId, accountId);
        time.advance(GRACE);
        settle();
    }

    private void watch(UUID connectionId, UUID viewerId, UUID... onScreen) {
        service.watch(connectionId, viewerId, Set.of(onScreen));
        settle();
    }

    private void settle() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    private void befriend() {
        contacts.request(anna, ben);
        contacts.accept(ben, anna);
        settle();
    }

    private void receive(UUID connectionId, ServerMessage message) {
        assertThat(message)
                .isInstanceOfSatisfying(
                        ServerMessage.PresenceChanged.class,
                        changed -> told.computeIfAbsent(connectionId, id -> new ArrayList<>())
                                .addAll(changed.presences()));
    }

    private List<dev.chatcall.protocol.presence.Presence> toldNow(UUID connectionId) {
        List<dev.chatcall.protocol.presence.Presence> news = told.remove(connectionId);
        return news == null ? List.of() : news;
    }

    private static dev.chatcall.protocol.presence.Presence online(UUID accountId) {
        return new dev.chatcall.protocol.presence.Presence(accountId, true, null);
    }

    private static dev.chatcall.protocol.presence.Presence offline(UUID accountId, @Nullable Instant lastSeen) {
        return new dev.chatcall.protocol.presence.Presence(
                accountId, false, lastSeen == null ? null : lastSeen.toEpochMilli());
    }

    private static UUID group(UUID... members) {
        UUID id = UUID.randomUUID();
        database.dsl()
                .insertInto(CONVERSATION)
                .set(CONVERSATION.ID, id)
                .set(CONVERSATION.KIND, "group")
                .set(CONVERSATION.NAME, "Group")
                .set(CONVERSATION.CREATED_BY, members[0])
                .set(CONVERSATION.CREATED_AT, Instant.EPOCH)
                .execute();
        for (UUID member : members) {
            database.dsl()
                    .insertInto(PARTICIPANT)
                    .set(PARTICIPANT.CONVERSATION_ID, id)
                    .set(PARTICIPANT.ACCOUNT_ID, member)
                    .set(PARTICIPANT.ROLE, "member")
                    .set(PARTICIPANT.JOINED_AT, Instant.EPOCH)
                    .set(PARTICIPANT.CHANGE, 1L)
                    .execute();
        }
        return id;
    }

    private static void hideLastSeen(UUID accountId) {
        database.dsl()
                .update(ACCOUNT)
                .set(ACCOUNT.SHOWS_LAST_SEEN, false)
                .where(ACCOUNT.ID.eq(accountId))
                .execute();
    }

    private static DSLContext counting(AtomicInteger queries) {
        return DSL.using(database.dsl().configuration().derive(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                queries.incrementAndGet();
            }
        }));
    }
}
