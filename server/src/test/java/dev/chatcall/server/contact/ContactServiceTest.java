package dev.chatcall.server.contact;

import static dev.chatcall.protocol.contact.ContactState.BLOCKED;
import static dev.chatcall.protocol.contact.ContactState.CONTACT;
import static dev.chatcall.protocol.contact.ContactState.INCOMING;
import static dev.chatcall.protocol.contact.ContactState.OUTGOING;
import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.contact.ContactState;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.bus.LocalBus;
import dev.chatcall.server.database.TestDatabase;
import dev.chatcall.server.error.ServiceException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContactServiceTest {
    @AutoClose
    static final TestDatabase database = TestDatabase.create();

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

    private final List<BusEvent> events = new CopyOnWriteArrayList<>();
    private final LocalBus bus = new LocalBus();
    private final ContactService contacts =
            new ContactService(new JooqContactStore(database.dsl()), bus, Clock.fixed(NOW, ZoneOffset.UTC));
    private final UUID anna = TestAccounts.insert(database.dsl());
    private final UUID ben = TestAccounts.insert(database.dsl());

    /** How Anna stands to Ben before the operation. */
    enum Start {
        STRANGER,
        REQUESTER,
        REQUESTED,
        CONTACT,
        BLOCKED,
        BLOCKER,
        BLOCKED_REQUESTER,
        BOTH_BLOCK
    }

    enum Operation {
        REQUEST,
        ACCEPT,
        DECLINE,
        CANCEL,
        REMOVE,
        BLOCK,
        UNBLOCK
    }

    @BeforeEach
    void listen() {
        bus.subscribe(events::add);
    }

    /** What Anna does, as what; the error; what she and Ben are shown then; whether each is touched; related. */
    @ParameterizedTest
    @CsvSource({
        "REQUEST,  STRANGER,          ,                   OUTGOING, INCOMING, A B",
        "REQUEST,  REQUESTER,         ,                   OUTGOING, INCOMING, ",
        "REQUEST,  REQUESTED,         ,                   CONTACT,  CONTACT,  A B R",
        "REQUEST,  CONTACT,           ,                   CONTACT,  CONTACT,  ",
        "REQUEST,  BLOCKED,           ,                   OUTGOING, BLOCKED,  A",
        "REQUEST,  BLOCKER,           ,                   OUTGOING, INCOMING, A B R",
        "REQUEST,  BLOCKED_REQUESTER, ,                   OUTGOING, BLOCKED,  ",
        "REQUEST,  BOTH_BLOCK,        ,                   OUTGOING, BLOCKED,  A R",
        "ACCEPT,   STRANGER,          CONTACT_NO_REQUEST, ,         ,         ",
        "ACCEPT,   REQUESTER,         CONTACT_NO_REQUEST, OUTGOING, INCOMING, ",
        "ACCEPT,   REQUESTED,         ,                   CONTACT,  CONTACT,  A B R",
        "ACCEPT,   CONTACT,           ,                   CONTACT,  CONTACT,  ",
        "ACCEPT,   BLOCKED,           CONTACT_NO_REQUEST, ,         BLOCKED,  ",
        "ACCEPT,   BLOCKER,           CONTACT_NO_REQUEST, BLOCKED,  ,         ",
        "ACCEPT,   BLOCKED_REQUESTER, CONTACT_NO_REQUEST, OUTGOING, BLOCKED,  ",
        "ACCEPT,   BOTH_BLOCK,        CONTACT_NO_REQUEST, BLOCKED,  BLOCKED,  ",
        "DECLINE,  STRANGER,          ,                   ,         ,         ",
        "DECLINE,  REQUESTER,         ,                   OUTGOING, INCOMING, ",
        "DECLINE,  REQUESTED,         ,                   ,         ,         A B",
        "DECLINE,  CONTACT,           ,                   CONTACT,  CONTACT,  ",
        "DECLINE,  BLOCKED,           ,                   ,         BLOCKED,  ",
        "DECLINE,  BLOCKER,           ,                   BLOCKED,  ,         ",
        "DECLINE,  BLOCKED_REQUESTER, ,                   OUTGOING, BLOCKED,  ",
        "DECLINE,  BOTH_BLOCK,        ,                   BLOCKED,  BLOCKED,  ",
        "CANCEL,   STRANGER,          ,                   ,         ,         ",
        "CANCEL,   REQUESTER,         ,                   ,         ,         A B",
        "CANCEL,   REQUESTED,         ,                   INCOMING, OUTGOING, ",
        "CANCEL,   CONTACT,           ,                   CONTACT,  CONTACT,  ",
        "CANCEL,   BLOCKED,           ,                   ,         BLOCKED,  ",
        "CANCEL,   BLOCKER,           ,                   BLOCKED,  ,         ",
        "CANCEL,   BLOCKED_REQUESTER, ,                   ,         BLOCKED,  A",
        "CANCEL,   BOTH_BLOCK,        ,                   BLOCKED,  BLOCKED,  ",
        "REMOVE,   STRANGER,          ,                   ,         ,         ",
        "REMOVE,   REQUESTER,         ,                   ,         ,         A B",
        "REMOVE,   REQUESTED,         ,                   ,         ,         A B",
        "REMOVE,   CONTACT,           ,                   ,         ,         A B R",
        "REMOVE,   BLOCKED,           ,                   ,         BLOCKED,  ",
        "REMOVE,   BLOCKER,           ,                   BLOCKED,  ,         ",
        "REMOVE,   BLOCKED_REQUESTER, ,                   ,         BLOCKED,  A",
        "REMOVE,   BOTH_BLOCK,        ,                   BLOCKED,  BLOCKED,  ",
        "BLOCK,    STRANGER,          ,                   BLOCKED,  ,         A R",
        "BLOCK,    REQUESTER,         ,                   BLOCKED,  ,         A B R",
        "BLOCK,    REQUESTED,         ,                   BLOCKED,  ,         A B R",
        "BLOCK,    CONTACT,           ,                   BLOCKED,  ,         A B R",
        "BLOCK,    BLOCKED,           ,                   BLOCKED,  BLOCKED,  A R",
        "BLOCK,    BLOCKER,           ,                   BLOCKED,  ,         ",
        "BLOCK,    BLOCKED_REQUESTER, ,                   BLOCKED,  BLOCKED,  A R",
        "BLOCK,    BOTH_BLOCK,        ,                   BLOCKED,  BLOCKED,  ",
        "UNBLOCK,  STRANGER,          ,                   ,         ,         ",
        "UNBLOCK,  REQUESTER,         ,                   OUTGOING, INCOMING, ",
        "UNBLOCK,  REQUESTED,         ,                   INCOMING, OUTGOING, ",
        "UNBLOCK,  CONTACT,           ,                   CONTACT,  CONTACT,  ",
        "UNBLOCK,  BLOCKED,           ,                   ,         BLOCKED,  ",
        "UNBLOCK,  BLOCKER,           ,                   ,         ,         A R",
        "UNBLOCK,  BLOCKED_REQUESTER, ,                   OUTGOING, BLOCKED,  ",
        "UNBLOCK,  BOTH_BLOCK,        ,                   ,         BLOCKED,  A R",
    })
    void doesOrRefuses(
            Operation operation,
            Start start,
            @Nullable ErrorCode refused,
            @Nullable ContactState toAnna,
            @Nullable ContactState toBen,
            @Nullable String news) {
        prepare(start);
        long annaBefore = changeOf(anna);
        long benBefore = changeOf(ben);
        events.clear();

        if (refused == null) {
            run(operation);
        } else {
            assertThatRefused(refused, () -> run(operation));
        }

        assertThat(standing(anna, ben)).isEqualTo(toAnna);
        assertThat(standing(ben, anna)).isEqualTo(toBen);
        assertThat(contacts.areContacts(anna, ben)).isEqualTo(toAnna == CONTACT);
        assertThat(contacts.blockedEitherWay(ben, anna)).isEqualTo(toAnna == BLOCKED || toBen == BLOCKED);
        List<String> told = news == null ? List.of() : List.of(news.split(" "));
        assertThat(events)
                .containsExactlyInAnyOrderElementsOf(
                        told.stream().map(this::event).toList());
        assertThat(changeOf(anna) - annaBefore).isEqualTo(told.contains("A") ? 1 : 0);
        assertThat(changeOf(ben) - benBefore).isEqualTo(told.contains("B") ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void nothingCanBeDoneToOneself(Operation operation) {
        assertThatRefused(ErrorCode.CONTACT_SELF, () -> run(operation, anna, anna));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void nothingCanBeDoneToNobody(Operation operation) {
        assertThatRefused(ErrorCode.NOT_FOUND, () -> run(operation, anna, UUID.randomUUID()));
        assertThat(contacts.contactsOf(anna)).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void aRequestThatWasHiddenByABlockShowsWhenTheBlockEnds() {
        prepare(Start.BLOCKED_REQUESTER);
        events.clear();

        contacts.unblock(ben, anna);

        assertThat(standing(ben, anna)).isEqualTo(INCOMING);
        assertThat(standing(anna, ben)).isEqualTo(OUTGOING);
        assertThat(events).containsExactly(event("B"), event("R"));
    }

    @Test
    void answersWithTheOtherPersonAndTheTime() {
        Contact asked = contacts.request(anna, ben);
        Contact accepted = contacts.accept(ben, anna);

        assertThat(asked.person().id()).isEqualTo(ben);
        assertThat(asked.person().username()).startsWith("u");
        assertThat(asked.since()).isEqualTo(NOW.toEpochMilli());
        assertThat(accepted.person().id()).isEqualTo(anna);
        assertThat(contacts.contactsOf(ben)).containsExactly(accepted);
        assertThat(contacts.contactsOf(anna)).containsExactly(new Contact(asked.person(), CONTACT, asked.since()));
    }

    @Test
    void findsTheContactsOfOneAndOfManyAndAmongOthers() {
        UUID carla = TestAccounts.insert(database.dsl());
        UUID dora = TestAccounts.insert(database.dsl());
        befriend(anna, ben);
        befriend(carla, anna);
        contacts.request(anna, dora);

        assertThat(contacts.contactIdsOf(anna)).containsExactlyInAnyOrder(ben, carla);
        assertThat(contacts.contactIdsOf(dora)).isEmpty();
        assertThat(contacts.contactIdsOf(List.of(anna, ben, dora)))
                .containsOnlyKeys(anna, ben)
                .containsEntry(ben, java.util.Set.of(anna));
        assertThat(contacts.contactsAmong(anna, List.of(carla, dora, anna, UUID.randomUUID())))
                .containsExactly(carla);
        assertThat(contacts.contactsAmong(anna, List.of())).isEmpty();
        assertThat(contacts.contactIdsOf(List.of())).isEmpty();
    }

    private ContactService at(Instant time) {
        return new ContactService(new JooqContactStore(database.dsl()), bus, Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void askingAgainKeepsTheTimeOfTheFirstRequest() {
        contacts.request(anna, ben);

        assertThat(at(NOW.plusSeconds(60)).request(anna, ben).since()).isEqualTo(NOW.toEpochMilli());
    }

    private void prepare(Start start) {
        switch (start) {
            case STRANGER -> {}
            case REQUESTER -> contacts.request(anna, ben);
            case REQUESTED -> contacts.request(ben, anna);
            case CONTACT -> befriend(anna, ben);
            case BLOCKED -> contacts.block(ben, anna);
            case BLOCKER -> contacts.block(anna, ben);
            case BLOCKED_REQUESTER -> {
                contacts.block(ben, anna);
                contacts.request(anna, ben);
            }
            case BOTH_BLOCK -> {
                contacts.block(ben, anna);
                contacts.block(anna, ben);
            }
        }
    }

    private void befriend(UUID one, UUID other) {
        contacts.request(one, other);
        contacts.accept(other, one);
    }

    private void run(Operation operation) {
        run(operation, anna, ben);
    }

    private void run(Operation operation, UUID me, UUID other) {
        switch (operation) {
            case REQUEST -> contacts.request(me, other);
            case ACCEPT -> contacts.accept(me, other);
            case DECLINE -> contacts.decline(me, other);
            case CANCEL -> contacts.cancel(me, other);
            case REMOVE -> contacts.remove(me, other);
            case BLOCK -> contacts.block(me, other);
            case UNBLOCK -> contacts.unblock(me, other);
        }
    }

    private BusEvent event(String code) {
        return switch (code) {
            case "A" -> new BusEvent.AccountTouched(anna);
            case "B" -> new BusEvent.AccountTouched(ben);
            case "R" ->
                new BusEvent.RelationChanged(
                        events.stream().anyMatch(e -> e.equals(new BusEvent.RelationChanged(ben, anna))) ? ben : anna,
                        events.stream().anyMatch(e -> e.equals(new BusEvent.RelationChanged(ben, anna))) ? anna : ben);
            default -> throw new IllegalArgumentException(code);
        };
    }

    private @Nullable ContactState standing(UUID me, UUID other) {
        return contacts.contactsOf(me).stream()
                .filter(contact -> contact.person().id().equals(other))
                .map(Contact::state)
                .findAny()
                .orElse(null);
    }

    private static long changeOf(UUID accountId) {
        return database.dsl()
                .select(ACCOUNT.CHANGE)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(accountId))
                .fetchSingle(ACCOUNT.CHANGE);
    }

    private static void assertThatRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
