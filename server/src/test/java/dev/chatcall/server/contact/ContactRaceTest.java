package dev.chatcall.server.contact;

import static dev.chatcall.server.database.generated.Tables.CONTACT;
import static dev.chatcall.server.database.generated.Tables.CONTACT_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.contact.ContactState;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.bus.LocalBus;
import dev.chatcall.server.database.TestDatabase;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.id.Pair;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What two people, or one on two devices, do in the same moment. */
class ContactRaceTest {
    @AutoClose
    static final TestDatabase database = TestDatabase.create();

    private final ContactService contacts =
            new ContactService(new JooqContactStore(database.dsl()), new LocalBus(), Clock.systemUTC());
    private final UUID anna = TestAccounts.insert(database.dsl());
    private final UUID ben = TestAccounts.insert(database.dsl());

    @RepeatedTest(20)
    void twoRequestsThatCrossBecomeOneContact() throws Exception {
        assertThat(atOnce(() -> contacts.request(anna, ben), () -> contacts.request(ben, anna)))
                .containsOnlyNulls();

        assertThat(states(anna)).containsExactly(ContactState.CONTACT);
        assertThat(states(ben)).containsExactly(ContactState.CONTACT);
        assertThat(database.dsl().fetchCount(CONTACT_REQUEST, CONTACT_REQUEST.FROM_ID.in(anna, ben)))
                .isZero();
    }

    @RepeatedTest(20)
    void aRequestAndABlockLeaveTheBlock() throws Exception {
        assertThat(atOnce(() -> contacts.request(anna, ben), () -> contacts.block(ben, anna)))
                .containsOnlyNulls();

        assertThat(states(ben)).containsExactly(ContactState.BLOCKED);
        assertThat(contacts.areContacts(anna, ben)).isFalse();
        assertThat(states(anna)).isIn(List.of(), List.of(ContactState.OUTGOING));
    }

    @RepeatedTest(20)
    void anAnswerAndABlockLeaveTheBlockAndNoContact() throws Exception {
        contacts.request(anna, ben);

        List<@Nullable ErrorCode> refusals = atOnce(() -> contacts.accept(ben, anna), () -> contacts.block(anna, ben));

        assertThat(refusals.getFirst()).isIn(null, ErrorCode.CONTACT_NO_REQUEST);
        assertThat(refusals.getLast()).isNull();
        assertThat(states(anna)).containsExactly(ContactState.BLOCKED);
        assertThat(states(ben)).isEmpty();
    }

    @RepeatedTest(10)
    void blocksOfEachOtherStandBoth() throws Exception {
        contacts.request(anna, ben);
        contacts.accept(ben, anna);

        assertThat(atOnce(() -> contacts.block(anna, ben), () -> contacts.block(ben, anna)))
                .containsOnlyNulls();

        assertThat(states(anna)).containsExactly(ContactState.BLOCKED);
        assertThat(states(ben)).containsExactly(ContactState.BLOCKED);
    }

    @RepeatedTest(10)
    void theSameFromTwoDevicesIsDoneOnce() throws Exception {
        contacts.request(anna, ben);

        assertThat(atOnce(() -> contacts.accept(ben, anna), () -> contacts.accept(ben, anna)))
                .containsOnlyNulls();

        assertThat(states(ben)).containsExactly(ContactState.CONTACT);
    }

    @Test
    void noMoreRequestsThanTheLimitAreOpenHoweverManyComeAtOnce() throws Exception {
        insertRequests(anna, Limits.OUTGOING_REQUESTS_MAX - 1);
        UUID carla = TestAccounts.insert(database.dsl());

        List<@Nullable ErrorCode> refusals =
                atOnce(() -> contacts.request(anna, ben), () -> contacts.request(anna, carla));

        assertThat(refusals).containsExactlyInAnyOrder(null, ErrorCode.CONTACT_LIMIT);
        assertThat(states(anna)).hasSize(Limits.OUTGOING_REQUESTS_MAX);
    }

    @Test
    void nobodyHasMoreContactsThanTheLimit() throws Exception {
        for (int i = 0; i < Limits.CONTACTS_MAX - 1; i++) {
            insertContact(anna, TestAccounts.insert(database.dsl()));
        }
        UUID carla = TestAccounts.insert(database.dsl());
        contacts.request(ben, anna);
        contacts.request(anna, carla);

        List<@Nullable ErrorCode> refusals =
                atOnce(() -> contacts.accept(anna, ben), () -> contacts.accept(carla, anna));

        assertThat(refusals).containsExactlyInAnyOrder(null, ErrorCode.CONTACT_LIMIT);
        assertThat(contacts.contactIdsOf(anna)).hasSize(Limits.CONTACTS_MAX);
    }

    @Test
    void moreIncomingRequestsThanAnybodyAnswersAreShownAsTheNewest() {
        for (int i = 0; i <= JooqContactStore.INCOMING_SHOWN_MAX; i++) {
            insertRequest(TestAccounts.insert(database.dsl()), anna, Instant.ofEpochSecond(i));
        }

        assertThat(contacts.contactsOf(anna))
                .hasSize(JooqContactStore.INCOMING_SHOWN_MAX)
                .extracting(Contact::since)
                .contains(JooqContactStore.INCOMING_SHOWN_MAX * 1000L)
                .doesNotContain(0L);
    }

    private List<ContactState> states(UUID me) {
        return contacts.contactsOf(me).stream().map(Contact::state).toList();
    }

    private static void insertRequests(UUID from, int count) {
        for (int i = 0; i < count; i++) {
            insertRequest(from, TestAccounts.insert(database.dsl()), Instant.ofEpochSecond(i));
        }
    }

    private static void insertRequest(UUID from, UUID to, Instant at) {
        database.dsl()
                .insertInto(CONTACT_REQUEST, CONTACT_REQUEST.FROM_ID, CONTACT_REQUEST.TO_ID, CONTACT_REQUEST.CREATED_AT)
                .values(from, to, at)
                .execute();
    }

    private static void insertContact(UUID one, UUID other) {
        Pair pair = Pair.of(one, other);
        database.dsl()
                .insertInto(CONTACT, CONTACT.LOW_ID, CONTACT.HIGH_ID, CONTACT.SINCE)
                .values(pair.low(), pair.high(), Instant.EPOCH)
                .execute();
    }

    /** Runs all from one moment on, and says how each was refused, or null. */
    private static List<@Nullable ErrorCode> atOnce(Runnable... operations) throws Exception {
        CyclicBarrier together = new CyclicBarrier(operations.length);
        List<Future<@Nullable ErrorCode>> answers = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (Runnable operation : operations) {
                answers.add(threads.submit(() -> {
                    together.await();
                    try {
                        operation.run();
                        return null;
                    } catch (ServiceException refusal) {
                        return refusal.code();
                    }
                }));
            }
        }
        List<@Nullable ErrorCode> refusals = new ArrayList<>();
        for (Future<@Nullable ErrorCode> answer : answers) {
            refusals.add(answer.get());
        }
        return refusals;
    }
}
