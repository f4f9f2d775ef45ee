package dev.chatcall.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.ReadPointer;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.TestSocket;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagingTest {
    @AutoClose
    static final TestServer server = TestServer.start();

    private TestPerson anna;
    private TestPerson ben;
    private UUID conversation;

    @BeforeEach
    void twoContacts() {
        anna = server.register("anna");
        ben = server.register("ben");
        server.befriend(anna, ben);
        conversation = anna.direct(ben);
    }

    @Test
    void aMessageReachesTheOtherAndEveryOtherDeviceOfTheSenderOnce() {
        try (TestSocket hers = anna.connect();
                TestSocket herPhone = anna.signInAgain().connect();
                TestSocket his = ben.connect()) {
            ServerMessage.MessageAccepted accepted = hers.say(conversation, "hello");
            Message atBens = his.await(ServerMessage.NewMessage.class).message();
            Message onHerPhone = herPhone.await(ServerMessage.NewMessage.class).message();
            assertThat(atBens.seq()).isEqualTo(accepted.seq()).isEqualTo(1);
            assertThat(onHerPhone).isEqualTo(atBens);
            assertThat(hers.drain()).noneMatch(ServerMessage.NewMessage.class::isInstance);
        }
    }

    @Test
    void theSameMessageFromTwoSocketsAtOnceIsStoredOnce() {
        try (TestSocket one = anna.connect();
                TestSocket other = anna.connect();
                TestSocket his = ben.connect()) {
            UUID id = UUID.randomUUID();
            String frame = """
                    {"type":"message.send","requestId":"r","conversationId":"%s","id":"%s",
                     "body":{"type":"text","text":"once","mentions":[]}}""".formatted(conversation, id);
            one.sendText(frame);
            other.sendText(frame);
            long seq = one.await(ServerMessage.MessageAccepted.class).seq();
            assertThat(other.await(ServerMessage.MessageAccepted.class).seq()).isEqualTo(seq);
            assertThat(his.await(ServerMessage.NewMessage.class).message().seq())
                    .isEqualTo(seq);
            assertThat(his.drain()).noneMatch(ServerMessage.NewMessage.class::isInstance);
        }
    }

    @Test
    void theSameIdWithOtherWordsIsAConflict() {
        try (TestSocket hers = anna.connect()) {
            UUID id = UUID.randomUUID();
            hers.say(conversation, id, "one thing");
            assertThat(hers.sayInVain(conversation, id, "another").code()).isEqualTo(ErrorCode.MESSAGE_ID_CONFLICT);
        }
    }

    @Test
    void manyAtOnceFromBothSidesComeInOneOrderWithoutGaps() {
        try (TestSocket hers = anna.connect();
                TestSocket his = ben.connect()) {
            int each = 60;
            IntStream.range(0, each).parallel().forEach(i -> {
                hers.sendText(text("a" + i));
                his.sendText(text("b" + i));
            });
            List<Long> atHers = changes(hers, 2 * each);
            List<Long> atHis = changes(his, 2 * each);
            List<Long> dense = LongStream.rangeClosed(2, 2L * each + 1).boxed().toList();
            assertThat(atHers).isEqualTo(dense);
            assertThat(atHis).isEqualTo(dense);
        }
    }

    /** In the order in which they came: the numbers must rise by one. */
    private static List<Long> changes(TestSocket socket, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> switch (socket.await(ServerMessage.class, MessagingTest::isNumbered)) {
                    case ServerMessage.MessageAccepted accepted -> accepted.change();
                    case ServerMessage.NewMessage(var message) -> message.change();
                    default -> throw new AssertionError();
                })
                .toList();
    }

    private static boolean isNumbered(ServerMessage message) {
        return message instanceof ServerMessage.MessageAccepted || message instanceof ServerMessage.NewMessage;
    }

    private String text(String text) {
        return """
                {"type":"message.send","requestId":"%s","conversationId":"%s","id":"%s",
                 "body":{"type":"text","text":"%s","mentions":[]}}""".formatted(text, conversation, UUID.randomUUID(), text);
    }

    @Test
    void readingIsToldToTheWriterAndMovesTheReadersOtherDevices() {
        try (TestSocket hers = anna.connect();
                TestSocket his = ben.connect();
                TestSocket hisPhone = ben.signInAgain().connect()) {
            long seq = hers.say(conversation, "read me").seq();
            his.send(new ClientMessage.MarkRead(conversation, seq));
            ReadPointer expected = new ReadPointer(ben.id(), seq, seq);
            assertThat(hers.await(ServerMessage.ReceiptsMoved.class).pointers()).containsExactly(expected);
            assertThat(hisPhone.await(ServerMessage.ReceiptsMoved.class).pointers())
                    .containsExactly(expected);
        }
    }

    @Test
    void whoHidesReceiptsMovesOnlyTheirOwnDevices() {
        ben.ask("PUT", "/api/account/settings", "{\"sendReadReceipts\":false,\"showLastSeen\":true}")
                .expect(204);
        try (TestSocket hers = anna.connect();
                TestSocket his = ben.connect()) {
            long seq = hers.say(conversation, "read me").seq();
            his.send(new ClientMessage.MarkRead(conversation, seq));
            assertThat(his.await(ServerMessage.ReceiptsMoved.class).pointers())
                    .containsExactly(new ReadPointer(ben.id(), seq, seq));
            assertThat(hers.await(ServerMessage.ReceiptsMoved.class).pointers())
                    .containsExactly(new ReadPointer(ben.id(), 0, seq));
        }
    }

    @Test
    void whoWasAwayIsSentWhatTheyMissedAndNoMore() {
        long cursor;
        try (TestSocket his = ben.connect();
                TestSocket hers = anna.connect()) {
            hers.say(conversation, "you see this");
            cursor = his.await(ServerMessage.NewMessage.class).message().change();
        }
        try (TestSocket hers = anna.connect()) {
            hers.say(conversation, "and miss this");
        }
        try (TestSocket his = ben.connectSilently()) {
            ConversationState state = his.hello(0, 0, List.of(new ClientMessage.Cursor(conversation, cursor))).stream()
                    .filter(ServerMessage.StateOfConversation.class::isInstance)
                    .map(message -> ((ServerMessage.StateOfConversation) message).state())
                    .findFirst()
                    .orElseThrow();
            assertThat(state.since()).isEqualTo(cursor);
            assertThat(state.messages()).extracting(Message::seq).containsExactly(2L);
            assertThat(state.conversation()).isNull();
        }
    }

    @Test
    void whoMissedNothingIsSentNothing() {
        long cursor;
        try (TestSocket hers = anna.connect()) {
            cursor = hers.say(conversation, "all there is").change();
        }
        try (TestSocket hers = anna.connectSilently()) {
            assertThat(hers.hello(0, 0, List.of(new ClientMessage.Cursor(conversation, cursor))))
                    .noneMatch(ServerMessage.StateOfConversation.class::isInstance);
        }
    }

    @Test
    void everythingAcknowledgedIsThereAfterARestart() {
        List<UUID> said =
                IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
        try (TestSocket hers = anna.connect()) {
            said.forEach(id -> hers.say(conversation, id, "keep " + id));
        }
        server.restart();
        var page = ben.get("/api/conversations/" + conversation + "/messages?limit=100")
                .expect(200)
                .body();
        assertThat(page.path("messages").valueStream().map(m -> m.path("id").asString()))
                .containsExactlyElementsOf(said.stream().map(UUID::toString).toList());
    }

    @Test
    void whoIsRemovedHearsNothingMore() {
        UUID group = anna.group("Group", ben);
        try (TestSocket hers = anna.connect();
                TestSocket his = ben.connect()) {
            hers.say(group, "with you");
            his.await(ServerMessage.NewMessage.class);
            anna.ask("DELETE", "/api/conversations/" + group + "/members/" + ben.id(), null)
                    .expect(204);
            his.await(ServerMessage.ConversationRemoved.class);
            hers.say(group, "without you");
            assertThat(his.drain()).noneMatch(MessagingTest::isNumbered);
            assertThat(his.sayInVain(group, UUID.randomUUID(), "still here").code())
                    .isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
        }
    }

    @Test
    void whoIsAddedIsSentTheWholeGroupAndThenFollowsIt() {
        TestPerson cleo = server.register("cleo");
        server.befriend(anna, cleo);
        UUID group = anna.group("Group", ben);
        try (TestSocket hers = anna.connect();
                TestSocket cleos = cleo.connect()) {
            anna.post("/api/conversations/" + group + "/members", "{\"accountIds\":[\"" + cleo.id() + "\"]}")
                    .expect(204);
            ConversationState state =
                    cleos.await(ServerMessage.StateOfConversation.class).state();
            assertThat(state.since()).isNull();
            assertThat(state.participants()).hasSize(3);
            long change = hers.say(group, "welcome").change();
            assertThat(cleos.await(ServerMessage.NewMessage.class).message().change())
                    .isEqualTo(change)
                    .isEqualTo(state.change() + 1);
        }
    }

    @Test
    void typingReachesTheOtherAndNobodyOutside() {
        TestPerson stranger = server.register("stranger");
        try (TestSocket hers = anna.connect();
                TestSocket his = ben.connect();
                TestSocket strangers = stranger.connect()) {
            strangers.send(new ClientMessage.SetTyping(conversation, true));
            strangers.drain();
            hers.send(new ClientMessage.SetTyping(conversation, true));
            assertThat(his.await(ServerMessage.TypingChanged.class).accountId()).isEqualTo(anna.id());
            assertThat(strangers.drain()).noneMatch(ServerMessage.TypingChanged.class::isInstance);
        }
    }

    @Test
    void signingOutClosesTheSessionsSockets() {
        TestPerson phone = anna.signInAgain();
        try (TestSocket hers = anna.connect();
                TestSocket phones = phone.connect()) {
            phone.ask("DELETE", "/api/session", null).expect(204);
            assertThat(phones.awaitClose()).isEqualTo(4401);
            hers.drain();
            assertThat(phone.get("/api/account").expect(401).code()).isEqualTo("auth.session_ended");
        }
    }
}
