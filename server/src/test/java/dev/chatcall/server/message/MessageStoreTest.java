package dev.chatcall.server.message;

import static dev.chatcall.server.database.generated.Tables.CONVERSATION;
import static dev.chatcall.server.database.generated.Tables.PARTICIPANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.server.database.TestDatabase;
import dev.chatcall.server.json.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MessageStoreTest {
    @AutoClose
    static final TestDatabase database = TestDatabase.create();

    private final TestPeople people = new TestPeople(database.dsl());
    private final JooqMessageStore store =
            new JooqMessageStore(database.dsl(), database.database().dataSource(), Json.mapper(), Clock.systemUTC());

    private final UUID anna = people.register();
    private final UUID ben = people.register();

    @Test
    void numbersMessagesOfOneConversationWithoutGaps() {
        UUID group = people.group(anna, ben);
        List<AppendOutcome> outcomes = store.append(IntStream.range(0, 5)
                .mapToObj(i -> pending(i % 2 == 0 ? anna : ben, group, UUID.randomUUID(), "hello " + i))
                .toList());
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(AppendOutcome.Stored.class));
        List<Message> history = store.before(group, Long.MAX_VALUE, 100).messages();
        assertThat(history).extracting(Message::seq).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(history).extracting(Message::change).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(history).extracting(Message::body).containsExactlyElementsOf(bodies(outcomes));
    }

    @Test
    void answersTheSameIdWithTheStoredMessageAndWritesNothing() {
        UUID group = people.group(anna, ben);
        UUID id = UUID.randomUUID();
        Message first = stored(append(pending(anna, group, id, "once")));
        assertThat(append(pending(anna, group, id, "once"))).isEqualTo(new AppendOutcome.Repeated(first));
        assertThat(lastSeq(group)).isEqualTo(first.seq());
    }

    @Test
    void refusesTheSameIdWithAnotherBody() {
        UUID group = people.group(anna, ben);
        UUID id = UUID.randomUUID();
        append(pending(anna, group, id, "one thing"));
        assertThat(refusal(append(pending(anna, group, id, "another")))).isEqualTo(ErrorCode.MESSAGE_ID_CONFLICT);
    }

    @Test
    void takesTheSameIdOfAnotherSenderAsAnotherMessage() {
        UUID group = people.group(anna, ben);
        UUID id = UUID.randomUUID();
        append(pending(anna, group, id, "mine"));
        assertThat(append(pending(ben, group, id, "mine as well"))).isInstanceOf(AppendOutcome.Stored.class);
    }

    @Test
    void storesTheSameMessageOnceWithinABatch() {
        UUID group = people.group(anna, ben);
        UUID id = UUID.randomUUID();
        List<AppendOutcome> outcomes =
                store.append(List.of(pending(anna, group, id, "twice"), pending(anna, group, id, "twice")));
        Message stored = stored(outcomes.get(0));
        assertThat(outcomes.get(1)).isEqualTo(new AppendOutcome.Repeated(stored));
    }

    @Test
    void refusesWhoTakesNoPartWithoutHarmToTheRestOfTheBatch() {
        UUID group = people.group(anna);
        List<AppendOutcome> outcomes = store.append(List.of(
                pending(ben, group, UUID.randomUUID(), "let me in"),
                pending(anna, group, UUID.randomUUID(), "quiet here"),
                pending(anna, UUID.randomUUID(), UUID.randomUUID(), "nowhere")));
        assertThat(refusal(outcomes.get(0))).isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
        assertThat(outcomes.get(1)).isInstanceOf(AppendOutcome.Stored.class);
        assertThat(refusal(outcomes.get(2))).isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
    }

    @Test
    void asksForAContactInADirectConversation() {
        UUID direct = people.direct(anna, ben);
        assertThat(append(pending(anna, direct, UUID.randomUUID(), "hi"))).isInstanceOf(AppendOutcome.Stored.class);
        people.separate(anna, ben);
        assertThat(refusal(append(pending(anna, direct, UUID.randomUUID(), "still there?"))))
                .isEqualTo(ErrorCode.CONTACT_REQUIRED);
    }

    @Test
    void movesTheSendersPointersToTheirOwnMessage() {
        UUID group = people.group(anna, ben);
        Message message = stored(append(pending(anna, group, UUID.randomUUID(), "read by me")));
        assertThat(database.dsl()
                        .select(PARTICIPANT.READ_SEQ, PARTICIPANT.SHOWN_READ_SEQ, PARTICIPANT.DELIVERED_SEQ)
                        .from(PARTICIPANT)
                        .where(PARTICIPANT.CONVERSATION_ID.eq(group).and(PARTICIPANT.ACCOUNT_ID.eq(anna)))
                        .fetchSingle()
                        .intoArray())
                .containsExactly(message.seq(), message.seq(), message.seq());
    }

    @Test
    void staysDenseWhenSeveralWritersStoreAtOnce() throws Exception {
        UUID group = people.group(anna, ben);
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int writer = 0; writer < 4; writer++) {
                writers.add(threads.submit(() -> IntStream.range(0, 25)
                        .forEach(i -> append(pending(anna, group, UUID.randomUUID(), "message " + i)))));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(store.before(group, Long.MAX_VALUE, 200).messages())
                .extracting(Message::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, 101).boxed().toList());
    }

    @Test
    void storesOneOfTheSameMessageSentByTwoWritersAtOnce() throws Exception {
        UUID group = people.group(anna, ben);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                UUID id = UUID.randomUUID();
                Future<AppendOutcome> one = threads.submit(() -> append(pending(anna, group, id, "once")));
                Future<AppendOutcome> other = threads.submit(() -> append(pending(anna, group, id, "once")));
                assertThat(List.of(one.get().getClass(), other.get().getClass()))
                        .containsExactlyInAnyOrder(AppendOutcome.Stored.class, AppendOutcome.Repeated.class);
            }
        }
    }

    @Test
    void pagesBothWaysByNumber() {
        UUID group = people.group(anna, ben);
        IntStream.range(0, 9).forEach(i -> append(pending(anna, group, UUID.randomUUID(), "m" + i)));
        assertThat(store.before(group, 6, 3).messages())
                .extracting(Message::seq)
                .containsExactly(3L, 4L, 5L);
        assertThat(store.after(group, 6, 3).messages()).extracting(Message::seq).containsExactly(7L, 8L, 9L);
        assertThat(store.after(group, 10, 3).messages()).isEmpty();
        assertThat(store.after(group, 6, 3).lastSeq()).isEqualTo(10);
    }

    private AppendOutcome append(PendingMessage message) {
        return store.append(List.of(message)).getFirst();
    }

    private static PendingMessage pending(UUID sender, UUID conversation, UUID id, String text) {
        return new PendingMessage(
                sender, UUID.randomUUID(), conversation, id, new MessageBody.Text(text, List.of()), outcome -> {});
    }

    private static Message stored(AppendOutcome outcome) {
        assertThat(outcome).isInstanceOf(AppendOutcome.Stored.class);
        return ((AppendOutcome.Stored) outcome).message();
    }

    private static ErrorCode refusal(AppendOutcome outcome) {
        assertThat(outcome).isInstanceOf(AppendOutcome.Refused.class);
        return ((AppendOutcome.Refused) outcome).code();
    }

    private static List<MessageBody> bodies(List<AppendOutcome> outcomes) {
        return outcomes.stream().map(outcome -> stored(outcome).body()).toList();
    }

    private static long lastSeq(UUID conversation) {
        return database.dsl()
                .select(CONVERSATION.LAST_SEQ)
                .from(CONVERSATION)
                .where(CONVERSATION.ID.eq(conversation))
                .fetchSingle()
                .value1();
    }
}
