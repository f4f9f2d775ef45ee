package dev.chatcall.server.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.server.Configuration;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.TestSocket;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no honest client says: each gets a clear answer, nothing is stored, and the server goes on. */
class HostileFramesTest {
    private static final String ID = "01890000-0000-7000-8000-000000000001";
    private static final int TOO_LARGE = 1009;
    private static final int UNSUPPORTED_DATA = 1003;
    private static final int POLICY_VIOLATION = 1008;

    private static TestServer server;
    private static TestPerson anna;
    private static TestPerson ben;
    private static UUID talk;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        anna = server.register("anna");
        ben = server.register("ben");
        server.befriend(anna, ben);
        talk = anna.direct(ben);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                        "",
                        " ",
                        "null",
                        "[]",
                        "[{\"type\":\"ping\"}]",
                        "{",
                        "{\"type\":\"ping\"",
                        "{\"type\":\"ping\"} {\"type\":\"ping\"}",
                        "{\"type\":\"ping\",\"type\":\"hello\"}",
                        "{'type':'ping'}",
                        "{\"type\":\"ping\",}",
                        "{\"type\":\"receipt.read\",\"conversationId\":\"" + ID + "\",\"seq\":NaN}",
                        "{\"type\":\"receipt.read\",\"conversationId\":\"" + ID + "\",\"seq\":1e400}",
                        "{\"type\":\"receipt.read\",\"conversationId\":\"" + ID + "\",\"seq\":" + "9".repeat(5_000)
                                + "}",
                        "{\"type\":\"receipt.read\",\"conversationId\":\"" + ID + "\",\"seq\":1.5}",
                        "{\"type\":\"receipt.read\",\"conversationId\":\"" + ID + "\",\"seq\":\"1\"}",
                        "{\"type\":\"receipt.read\",\"conversationId\":\"" + ID + "\",\"seq\":null}",
                        "{\"type\":\"receipt.read\",\"conversationId\":\"not an id\",\"seq\":1}",
                        "{\"type\":\"receipt.read\",\"conversationId\":[1,2],\"seq\":1}",
                        "{\"type\":\"receipt.read\",\"conversationId\":{\"$ne\":null},\"seq\":1}",
                        "{\"type\":\"typing.set\",\"conversationId\":\"" + ID + "\",\"typing\":\"yes\"}",
                        "{\"type\":\"typing.set\",\"conversationId\":\"" + ID + "\",\"typing\":1}",
                        "{\"type\":\"presence.watch\",\"accountIds\":{}}",
                        "{\"type\":\"presence.watch\",\"accountIds\":\"" + ID + "\"}",
                        send("{\"type\":\"text\",\"text\":{},\"mentions\":[]}"),
                        send("{\"type\":\"text\",\"text\":\"x\",\"mentions\":[1]}"),
                        "{\"type\":\"ping\",\"deep\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                        "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000))
                .map(text ->
                        Arguments.of("“" + (text.length() > 100 ? text.substring(0, 100) + "…" : text) + "”", text));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void whatIsNoMessageIsAnsweredAsMalformed(String name, String text) {
        try (TestSocket socket = ben.connect()) {
            socket.sendText(text);

            assertThat(socket.await(ServerMessage.Error.class).code()).isEqualTo(ErrorCode.REQUEST_MALFORMED);
            socket.drain();
        }
    }

    static Stream<Arguments> invalid() {
        String tooManyIds = "\"" + ID + "\"" + (",\"" + ID + "\"").repeat(Limits.WATCHED_PEOPLE_MAX);
        return Stream.of(
                Arguments.of("{\"type\":\"receipt.read\",\"seq\":1}", ErrorCode.REQUEST_INVALID),
                Arguments.of(
                        "{\"type\":\"receipt.read\",\"conversationId\":null,\"seq\":1}", ErrorCode.REQUEST_INVALID),
                Arguments.of(
                        "{\"type\":\"receipt.read\",\"conversationId\":\"" + ID + "\",\"seq\":-1}",
                        ErrorCode.REQUEST_INVALID),
                Arguments.of("{\"type\":\"presence.watch\"}", ErrorCode.REQUEST_INVALID),
                Arguments.of("{\"type\":\"presence.watch\",\"accountIds\":[null]}", ErrorCode.REQUEST_INVALID),
                Arguments.of(
                        "{\"type\":\"presence.watch\",\"accountIds\":[" + tooManyIds + "]}", ErrorCode.REQUEST_INVALID),
                Arguments.of(send("null"), ErrorCode.REQUEST_INVALID),
                Arguments.of(send("{\"type\":\"text\",\"mentions\":[]}"), ErrorCode.REQUEST_INVALID),
                Arguments.of(send("{\"type\":\"text\",\"text\":\"x\"}"), ErrorCode.REQUEST_INVALID),
                Arguments.of(text("  \\n\\t "), ErrorCode.MESSAGE_EMPTY),
                Arguments.of(text("a\\u0000b"), ErrorCode.REQUEST_INVALID),
                Arguments.of(text("lone \\ud83d surrogate"), ErrorCode.REQUEST_INVALID),
                Arguments.of(text("x".repeat(Limits.MESSAGE_MAX + 1)), ErrorCode.MESSAGE_TOO_LONG),
                Arguments.of(send("{\"type\":\"text\",\"text\":\"x\",\"mentions\":[null]}"), ErrorCode.REQUEST_INVALID),
                Arguments.of(send("{\"type\":\"member.left\"}"), ErrorCode.MESSAGE_BODY_NOT_ALLOWED),
                Arguments.of(send("[\"text\"]"), ErrorCode.REQUEST_INVALID),
                Arguments.of("true", ErrorCode.PROTOCOL_UNKNOWN_TYPE),
                Arguments.of("42", ErrorCode.PROTOCOL_UNKNOWN_TYPE),
                Arguments.of("\"ping\"", ErrorCode.PROTOCOL_UNKNOWN_TYPE),
                Arguments.of("{}", ErrorCode.PROTOCOL_UNKNOWN_TYPE),
                Arguments.of("{\"type\":null}", ErrorCode.PROTOCOL_UNKNOWN_TYPE),
                Arguments.of("{\"type\":\"no.such\"}", ErrorCode.PROTOCOL_UNKNOWN_TYPE),
                Arguments.of("{\"type\":\"message.accepted\"}", ErrorCode.PROTOCOL_UNKNOWN_TYPE),
                Arguments.of("{\"type\":\"java.lang.Runtime\"}", ErrorCode.PROTOCOL_UNKNOWN_TYPE));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void whatIsOutsideTheRulesIsAnsweredWithItsCode(String text, ErrorCode code) {
        String before = stateOfTalk();
        try (TestSocket socket = ben.connect()) {
            socket.sendText(text.replace(ID + "\",\"id\"", talk + "\",\"id\""));

            assertThat(socket.await(ServerMessage.Error.class).code()).isEqualTo(code);
            socket.drain();
        }
        assertThat(stateOfTalk()).isEqualTo(before);
    }

    @Test
    void theLongestMessageAndUnknownFieldsAreFine() {
        try (TestSocket socket = ben.connect()) {
            socket.sendText("{\"type\":\"ping\",\"fromTheFuture\":{\"a\":[1]}}");
            socket.await(ServerMessage.Pong.class);

            socket.say(talk, "👋".repeat(Limits.MESSAGE_MAX));
        }
    }

    static Stream<Arguments> unspeakableRequestIds() {
        return Stream.of(Arguments.of("lone surrogate", "\\ud83d"), Arguments.of("long", "x".repeat(65)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unspeakableRequestIds")
    void aRequestIdThatCannotBeSentBackIsLeftOut(String name, String requestId) {
        try (TestSocket socket = ben.connect()) {
            socket.sendText("{\"type\":\"no.such\",\"requestId\":\"" + requestId + "\"}");

            ServerMessage.Error answer = socket.await(ServerMessage.Error.class);
            assertThat(answer.code()).isEqualTo(ErrorCode.PROTOCOL_UNKNOWN_TYPE);
            assertThat(answer.requestId()).isNull();
            socket.drain();
        }
    }

    @Test
    void aMentionOfSomebodyOutsideIsWordsOnly() {
        TestPerson stranger = server.register("stranger");
        try (TestSocket socket = ben.connect();
                TestSocket outside = stranger.connect()) {
            socket.send(new ClientMessage.SendMessage(
                    "r", talk, UUID.randomUUID(), new MessageBody.Text("hi", List.of(stranger.id()))));
            socket.await(ServerMessage.MessageAccepted.class);

            assertThat(outside.drain())
                    .noneMatch(message -> message instanceof ServerMessage.NewMessage
                            || message instanceof ServerMessage.StateOfConversation);
        }
    }

    @Test
    void aFrameThatIsTooLargeClosesTheSocket() {
        try (TestSocket socket = ben.connect()) {
            socket.sendText("x".repeat(Limits.FRAME_BYTES_MAX + 1));

            assertThat(socket.awaitClose()).isEqualTo(TOO_LARGE);
        }
        goesOn();
    }

    @Test
    void theLargestFrameIsRead() {
        try (TestSocket socket = ben.connect()) {
            String ping = "{\"type\":\"ping\"}";
            socket.sendText(ping + " ".repeat(Limits.FRAME_BYTES_MAX - ping.length()));

            socket.await(ServerMessage.Pong.class);
        }
    }

    @Test
    void aBinaryFrameClosesTheSocket() {
        try (TestSocket socket = ben.connect()) {
            socket.sendBinary(new byte[] {1, 2, 3});

            assertThat(socket.awaitClose()).isEqualTo(UNSUPPORTED_DATA);
        }
        goesOn();
    }

    @Test
    void helloWithTooManyCursorsIsRefused() {
        try (TestSocket socket = ben.connectSilently()) {
            String cursor = "{\"conversationId\":\"" + ID + "\",\"change\":0}";
            socket.sendText(
                    "{\"type\":\"hello\",\"protocol\":1,\"client\":\"x\",\"capabilities\":[],\"accountChange\":0,"
                            + "\"peopleChange\":0,\"conversations\":[" + cursor
                            + ("," + cursor).repeat(Limits.CONVERSATIONS_MAX) + "]}");

            assertThat(socket.await(ServerMessage.Error.class).code()).isEqualTo(ErrorCode.REQUEST_INVALID);
            socket.hello();
        }
    }

    @Test
    void helloComesOnceAndInAVersionThatIsSpoken() {
        try (TestSocket socket = ben.connect()) {
            socket.send(new ClientMessage.Hello(Limits.PROTOCOL_VERSION, "x", List.of(), 0, 0, List.of()));
            assertThat(socket.await(ServerMessage.Error.class).code()).isEqualTo(ErrorCode.PROTOCOL_HELLO_EXPECTED);
        }
        try (TestSocket socket = ben.connectSilently()) {
            socket.send(new ClientMessage.Hello(99, "x", List.of(), 0, 0, List.of()));
            assertThat(socket.await(ServerMessage.Error.class).code()).isEqualTo(ErrorCode.PROTOCOL_UNSUPPORTED);
            assertThat(socket.awaitClose()).isEqualTo(4426);
        }
    }

    @Test
    void positionsFromTheFutureMoveNothingBeyondWhatThereIs() {
        try (TestSocket socket = ben.connect();
                TestSocket other = anna.connect()) {
            long last = other.say(talk, "the last one").seq();
            socket.send(new ClientMessage.MarkRead(talk, Long.MAX_VALUE));
            socket.send(new ClientMessage.MarkDelivered(talk, Long.MAX_VALUE));

            ServerMessage.ReceiptsMoved moved = other.await(
                    ServerMessage.ReceiptsMoved.class,
                    receipts -> receipts.pointers().stream()
                            .anyMatch(pointer -> pointer.accountId().equals(ben.id())));
            assertThat(moved.pointers())
                    .allSatisfy(pointer -> assertThat(pointer.readSeq()).isLessThanOrEqualTo(last))
                    .allSatisfy(pointer -> assertThat(pointer.deliveredSeq()).isLessThanOrEqualTo(last));

            socket.send(new ClientMessage.SyncConversation(talk, Long.MAX_VALUE));
            assertThat(socket.await(ServerMessage.StateOfConversation.class)
                            .state()
                            .since())
                    .as("a cursor that nobody gave out is started afresh")
                    .isNull();
        }
    }

    @Test
    void whoFloodsIsHeldBackAndNobodyElseIs() {
        try (TestServer limited = TestServer.start(HostileFramesTest::withLimits)) {
            TestPerson flooder = limited.register("flooder");
            TestPerson friend = limited.register("friend");
            limited.befriend(flooder, friend);
            UUID conversation = flooder.direct(friend);
            try (TestSocket flood = flooder.connect();
                    TestSocket calm = friend.connect()) {
                for (int i = 0; i < 500; i++) {
                    flood.sendText(text("again", conversation, UUID.randomUUID()));
                }
                ServerMessage.Error refused =
                        flood.await(ServerMessage.Error.class, error -> error.code() == ErrorCode.RATE_LIMITED);
                assertThat(refused.retryAfterMs()).isPositive();
                assertThat(refused.requestId()).isNotNull();

                calm.say(conversation, "still heard");
            }
        }
    }

    @Test
    void whoSendsNothingButRubbishIsShownOut() {
        try (TestServer limited = TestServer.start(HostileFramesTest::withLimits)) {
            TestPerson person = limited.register("rubbish");
            try (TestSocket socket = person.connect()) {
                sayRubbish(socket, 200);

                assertThat(socket.awaitClose()).isEqualTo(POLICY_VIOLATION);
            }
            try (TestSocket again = person.connect()) {
                again.drain();
            }
        }
    }

    /** Goes on until it is said or the socket is closed. */
    private static void sayRubbish(TestSocket socket, int times) {
        try {
            for (int i = 0; i < times; i++) {
                socket.sendText("rubbish");
            }
        } catch (CompletionException closed) {
            assertThat(closed).hasRootCauseInstanceOf(IOException.class);
        }
    }

    static Configuration withLimits(Configuration usual) {
        return new Configuration(
                usual.host(),
                usual.port(),
                usual.dataFolder(),
                usual.serverName(),
                usual.registration(),
                usual.publicUrl(),
                usual.webRoot(),
                usual.signingKeyFile(),
                usual.databaseUrl(),
                usual.redisUrl(),
                usual.smtpUrl(),
                usual.mailFrom(),
                usual.metricsToken(),
                usual.trustedProxies(),
                usual.stunUrls(),
                usual.turnUrls(),
                usual.turnSecret(),
                true,
                usual.media(),
                usual.passwordCost());
    }

    private static void goesOn() {
        try (TestSocket socket = anna.connect()) {
            socket.drain();
        }
    }

    private static String stateOfTalk() {
        return anna.get("/api/conversations/" + talk).expect(200).body().toString();
    }

    /** A frame that sends a body into the talk, whose id is put in later. */
    private static String send(String body) {
        return "{\"type\":\"message.send\",\"requestId\":\"r\",\"conversationId\":\"" + ID + "\",\"id\":\"" + ID
                + "\",\"body\":" + body + "}";
    }

    private static String text(String escaped) {
        return send("{\"type\":\"text\",\"text\":\"" + escaped + "\",\"mentions\":[]}");
    }

    private static String text(String escaped, UUID conversation, UUID id) {
        return text(escaped).replace(ID + "\",\"id\":\"" + ID, conversation + "\",\"id\":\"" + id);
    }
}
