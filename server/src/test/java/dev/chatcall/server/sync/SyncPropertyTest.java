package dev.chatcall.server.sync;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.CreateGroup;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.bus.LocalBus;
import dev.chatcall.server.contact.ContactService;
import dev.chatcall.server.contact.JooqContactStore;
import dev.chatcall.server.conversation.ConversationService;
import dev.chatcall.server.conversation.JooqConversationStore;
import dev.chatcall.server.database.TestDatabase;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.json.Json;
import dev.chatcall.server.message.AppendOutcome;
import dev.chatcall.server.message.ConversationWriter;
import dev.chatcall.server.message.JooqMessageStore;
import dev.chatcall.server.message.MessageRows;
import dev.chatcall.server.message.MessageService;
import dev.chatcall.server.message.TestPeople;
import dev.chatcall.server.receipt.JooqReceiptStore;
import dev.chatcall.server.receipt.ReceiptService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever happens in a group, a client that followed it live, one that came back at any moment, and one that loads
 * afresh hold the same; and unread is what everybody can count by hand.
 */
class SyncPropertyTest {
    private static final int PEOPLE = 4;
    private static final TestDatabase database = TestDatabase.create();

    @AfterContainer
    static void close() {
        database.close();
    }

    /** Something that somebody does. @param who index of a person @param whom index of another */
    record Step(Kind kind, int who, int whom, int seq) {}

    enum Kind {
        SEND,
        READ,
        DELIVERED,
        ADD,
        REMOVE,
        RENAME,
        PROMOTE,
        HIDE_RECEIPTS,
        SHOW_RECEIPTS
    }

    @Provide
    Arbitrary<Step> steps() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(8, Kind.SEND),
                Tuple.of(6, Kind.READ),
                Tuple.of(3, Kind.DELIVERED),
                Tuple.of(2, Kind.ADD),
                Tuple.of(2, Kind.REMOVE),
                Tuple.of(1, Kind.RENAME),
                Tuple.of(1, Kind.PROMOTE),
                Tuple.of(1, Kind.HIDE_RECEIPTS),
                Tuple.of(1, Kind.SHOW_RECEIPTS));
        Arbitrary<Integer> people = Arbitraries.integers().between(0, PEOPLE - 1);
        return Combinators.combine(kinds, people, people, Arbitraries.integers().between(0, 30))
                .as(Step::new);
    }

    @Property(tries = 25)
    void stateAndWhatWasSentSinceIsAFreshLoad(@ForAll @Size(min = 5, max = 40) List<@From("steps") Step> steps)
            throws Exception {
        try (World world = new World()) {
            List<ConversationState> seenOnTheWay = new ArrayList<>();
            for (Step step : steps) {
                world.perform(step);
                seenOnTheWay.add(world.sync.whole(world.owner(), world.group));
            }
            for (UUID member : world.membersNow()) {
                Replica fresh = world.fresh(member);
                assertThat(describe(world.live.get(member), member)).isEqualTo(describe(fresh, member));
            }
            for (ConversationState earlier : seenOnTheWay) {
                Replica returned = new Replica();
                returned.take(earlier);
                returned.take(world.sync.since(world.owner(), world.group, earlier.change()));
                assertThat(describe(returned, world.owner()))
                        .isEqualTo(describe(world.fresh(world.owner()), world.owner()));
            }
            world.assertUnreadIsCountable();
        }
    }

    private static List<Object> describe(Replica replica, UUID member) {
        return List.of(
                String.valueOf(replica.conversation()),
                replica.participants(),
                replica.lastSeq(),
                replica.cursor(),
                replica.unread(member));
    }

    /** The services on a real database with four people who know each other, and what each of them was sent. */
    private static final class World implements AutoCloseable {
        final Map<UUID, Replica> live = new HashMap<>();
        final List<UUID> people = new ArrayList<>();
        final UUID group = UUID.randomUUID();
        final SyncService sync;
        private final LocalBus bus = new LocalBus();
        private final JsonMapper json = Json.mapper();
        private final ConversationWriter writer;
        private final MessageService messages;
        private final ReceiptService receipts;
        private final ConversationService conversations;

        World() {
            var dsl = database.dsl();
            Clock clock = Clock.systemUTC();
            MessageRows rows = new MessageRows(json);
            var store = new JooqMessageStore(dsl, database.database().dataSource(), json, clock);
            writer = new ConversationWriter(store, bus);
            messages = new MessageService(writer, store);
            receipts = new ReceiptService(new JooqReceiptStore(dsl), writer, bus, clock);
            ContactService contacts = new ContactService(new JooqContactStore(dsl), bus, clock);
            conversations = new ConversationService(
                    new JooqConversationStore(dsl, rows, UUID::randomUUID),
                    writer,
                    contacts,
                    bus,
                    UUID::randomUUID,
                    clock);
            sync = new SyncService(new JooqSyncStore(dsl, rows));
            TestPeople registry = new TestPeople(dsl);
            for (int i = 0; i < PEOPLE; i++) {
                people.add(registry.register());
            }
            people.forEach(one -> people.stream()
                    .filter(other -> people.indexOf(other) < people.indexOf(one))
                    .forEach(other -> {
                        contacts.request(one, other);
                        contacts.accept(other, one);
                    }));
            bus.subscribe(this::follow);
            writer.start();
            conversations.createGroup(owner(), new CreateGroup(group, "Group", List.of(people.get(1), people.get(2))));
        }

        UUID owner() {
            return people.getFirst();
        }

        /** What a gateway does with one connection for each person. */
        private void follow(BusEvent event) {
            switch (event) {
                case BusEvent.ToConversation to ->
                    live.forEach((member, replica) -> {
                        ServerMessage frame = to.instead().getOrDefault(member, to.message());
                        replica.take(frame);
                    });
                case BusEvent.MemberJoined(var conversation, var member) -> {
                    Replica replica = new Replica();
                    replica.take(sync.whole(member, conversation));
                    live.put(member, replica);
                }
                case BusEvent.MemberLeft(var ignored, var member) -> live.remove(member);
                default -> {}
            }
        }

        void perform(Step step) {
            UUID who = people.get(step.who());
            UUID whom = people.get(step.whom());
            try {
                switch (step.kind()) {
                    case SEND -> send(who, step);
                    case READ -> receipt(() -> receipts.read(who, group, step.seq()));
                    case DELIVERED -> receipt(() -> receipts.delivered(who, group, step.seq()));
                    case ADD -> conversations.addMembers(who, group, Set.of(whom));
                    case REMOVE -> conversations.removeMember(who, group, whom);
                    case RENAME -> conversations.rename(who, group, "Group " + step.seq());
                    case PROMOTE -> conversations.changeRole(who, group, whom, Role.ADMIN);
                    case HIDE_RECEIPTS -> receiptsShown(who, false);
                    case SHOW_RECEIPTS -> receiptsShown(who, true);
                }
            } catch (ServiceException refused) {
                assertThat(refused.code().status()).isBetween(400, 499);
            }
        }

        private void send(UUID who, Step step) {
            CompletableFuture<AppendOutcome> outcome = new CompletableFuture<>();
            var message = new ClientMessage.SendMessage(
                    "r", group, UUID.randomUUID(), new MessageBody.Text("message " + step.seq(), List.of()));
            messages.send(who, UUID.randomUUID(), message, outcome::complete);
            outcome.join();
            writer.edit(() -> true).join();
        }

        private void receipt(Runnable gather) {
            gather.run();
            receipts.flushNow().join();
        }

        private static void receiptsShown(UUID who, boolean shown) {
            database.dsl()
                    .update(ACCOUNT)
                    .set(ACCOUNT.SENDS_READ_RECEIPTS, shown)
                    .where(ACCOUNT.ID.eq(who))
                    .execute();
        }

        Set<UUID> membersNow() {
            Set<UUID> members = new HashSet<>();
            people.stream()
                    .filter(person -> conversations.conversationsOf(person).contains(group))
                    .forEach(members::add);
            assertThat(live.keySet()).isEqualTo(members);
            return members;
        }

        Replica fresh(UUID member) {
            Replica replica = new Replica();
            replica.take(sync.whole(member, group));
            return replica;
        }

        /** Everything after the last message that one wrote or said to have read. */
        void assertUnreadIsCountable() {
            for (UUID member : membersNow()) {
                Replica fresh = fresh(member);
                long read = fresh.participants().get(member).readSeq();
                long after = messages.after(group, read, 100).messages().size();
                assertThat(fresh.unread(member)).isEqualTo(after);
                assertThat(messages.after(group, read, 100).messages())
                        .noneMatch(message -> message.senderId().equals(member));
            }
        }

        @Override
        public void close() throws InterruptedException {
            writer.close();
        }
    }
}
