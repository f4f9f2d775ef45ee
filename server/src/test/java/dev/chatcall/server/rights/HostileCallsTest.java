package dev.chatcall.server.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.Signal;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.TestSocket;
import dev.chatcall.server.call.FakeMedia;
import dev.chatcall.server.call.Phone;
import dev.chatcall.server.session.TestClock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no client of ours would ask about calls. */
@Timeout(60)
class HostileCallsTest {
    private static final String ID = "018f0000-0000-7000-8000-000000000001";
    private static final String IDS = "\"callId\":\"" + ID + "\",\"endpointId\":\"" + ID + "\"";

    private static TestServer server;
    private static TestPerson anna;

    @BeforeAll
    static void start() {
        server = TestServer.start(UnaryOperator.identity(), new TestClock(), new FakeMedia());
        anna = server.register("anna");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> frames() {
        String media = ",\"media\":{\"microphone\":true,\"camera\":false,\"screen\":false,\"hand\":false}";
        String candidate = ",\"to\":\"" + ID + "\",\"signal\":{\"type\":\"candidate\",\"candidate\":\"";
        return Stream.of(
                Arguments.of("null", ErrorCode.REQUEST_INVALID),
                Arguments.of("{}", ErrorCode.PROTOCOL_UNKNOWN_TYPE),
                Arguments.of("{\"type\":\"steal\"," + IDS + "}", ErrorCode.PROTOCOL_UNKNOWN_TYPE),
                Arguments.of("{\"type\":\"join\"," + IDS + "}", ErrorCode.REQUEST_INVALID),
                Arguments.of("{\"type\":\"join\",\"callId\":\"x\"}", ErrorCode.REQUEST_MALFORMED),
                Arguments.of(
                        "{\"type\":\"join\"," + IDS + ",\"media\":{\"microphone\":1}}", ErrorCode.REQUEST_MALFORMED),
                Arguments.of("{\"type\":\"join\"," + IDS + media + "}", ErrorCode.CALL_NOT_FOUND),
                Arguments.of(
                        "{\"type\":\"leave\",\"callId\":\"" + ID + "\",\"quality\":\"ghosts\"}",
                        ErrorCode.REQUEST_MALFORMED),
                Arguments.of(
                        "{\"type\":\"react\",\"callId\":\"" + ID + "\",\"emoji\":\"\"}", ErrorCode.REQUEST_INVALID),
                Arguments.of(
                        "{\"type\":\"react\",\"callId\":\"" + ID + "\",\"emoji\":\""
                                + "x".repeat(Limits.REACTION_MAX + 1) + "\"}",
                        ErrorCode.REQUEST_INVALID),
                Arguments.of("{\"type\":\"signal\"," + IDS + "}", ErrorCode.REQUEST_INVALID),
                Arguments.of(
                        "{\"type\":\"signal\"," + IDS + candidate + "x".repeat(Limits.CANDIDATE_MAX + 1)
                                + "\",\"sdpMid\":null,\"sdpMLineIndex\":null,\"usernameFragment\":null}}",
                        ErrorCode.REQUEST_INVALID),
                Arguments.of(
                        "{\"type\":\"signal\"," + IDS + ",\"to\":\"" + ID
                                + "\",\"signal\":{\"type\":\"description\",\"kind\":\"offer\",\"sdp\":\""
                                + "x".repeat(Limits.SDP_MAX + 1) + "\"}}",
                        ErrorCode.REQUEST_INVALID),
                Arguments.of(
                        "{\"type\":\"producer.open\"," + IDS + ",\"transportId\":\"" + ID
                                + "\",\"source\":\"camera\",\"paused\":false,\"rtpParameters\":\""
                                + "x".repeat(Limits.MEDIA_PARAMETERS_MAX + 1) + "\"}",
                        ErrorCode.REQUEST_INVALID),
                Arguments.of(
                        "{\"type\":\"producer.open\"," + IDS + ",\"transportId\":\"" + ID
                                + "\",\"source\":\"fridge\",\"paused\":false,\"rtpParameters\":\"{}\"}",
                        ErrorCode.REQUEST_MALFORMED),
                Arguments.of(
                        "{\"type\":\"consumer.set\"," + IDS + ",\"consumerId\":\"" + ID
                                + "\",\"paused\":false,\"spatialLayer\":3}",
                        ErrorCode.REQUEST_INVALID),
                Arguments.of(publish("x".repeat(Limits.SDP_MAX + 1), ""), ErrorCode.REQUEST_INVALID),
                Arguments.of(publish("v=0", line("0", "camera") + line("0", "screen")), ErrorCode.REQUEST_INVALID),
                Arguments.of(publish("v=0", line("0", "camera") + line("1", "camera")), ErrorCode.REQUEST_INVALID),
                Arguments.of(publish("v=0", line("0", "fridge")), ErrorCode.REQUEST_MALFORMED),
                Arguments.of(publish("v=0", line("", "camera")), ErrorCode.REQUEST_INVALID),
                Arguments.of(publish("v=0", "null,"), ErrorCode.REQUEST_INVALID),
                Arguments.of(publish("v=0", line("0", "camera").repeat(100)), ErrorCode.REQUEST_INVALID),
                Arguments.of(publish("v=0", line("0", "camera")), ErrorCode.CALL_NOT_FOUND),
                Arguments.of(
                        "{\"type\":\"sdp.subscribe\"," + IDS + ",\"transportId\":\"" + ID
                                + "\",\"capabilities\":\"v=0\",\"producerIds\":[\"" + ID + "\""
                                + (",\"" + ID + "\"").repeat(Limits.SUBSCRIPTIONS_MAX) + "]}",
                        ErrorCode.REQUEST_INVALID),
                Arguments.of(
                        "{\"type\":\"sdp.answer\"," + IDS + ",\"transportId\":\"" + ID + "\"}",
                        ErrorCode.REQUEST_INVALID),
                Arguments.of(
                        "{\"type\":\"add\",\"callId\":\"" + ID + "\",\"groupName\":\"x\",\"accountIds\":[\"" + ID + "\""
                                + (",\"" + ID + "\"").repeat(Limits.CALL_PARTICIPANTS_MAX) + "]}",
                        ErrorCode.REQUEST_INVALID));
    }

    private static String publish(String offer, String lines) {
        String each = lines.isEmpty() ? "" : lines.substring(0, lines.length() - 1);
        return "{\"type\":\"sdp.publish\"," + IDS + ",\"transportId\":\"" + ID + "\",\"offer\":\"" + offer
                + "\",\"lines\":[" + each + "]}";
    }

    private static String line(String mid, String source) {
        return "{\"mid\":\"" + mid + "\",\"source\":\"" + source + "\",\"paused\":false},";
    }

    @ParameterizedTest
    @MethodSource("frames")
    void isAnsweredWithItsCode(String request, ErrorCode code) {
        try (TestSocket socket = anna.connect()) {
            socket.sendText("{\"type\":\"call.request\",\"requestId\":\"r\",\"request\":" + request + "}");

            ServerMessage.Error answer = socket.await(ServerMessage.Error.class);
            assertThat(answer.code()).isEqualTo(code);
            assertThat(answer.requestId()).isEqualTo("r");
            socket.drain();
        }
    }

    @Test
    void theIdOfSomebodyElsesCallOpensNothing() {
        TestPerson ben = server.register("ben");
        TestPerson eve = server.register("eve");
        TestPerson dan = server.register("dan");
        server.befriend(anna, ben);
        server.befriend(eve, dan);
        try (Phone hers = Phone.of(anna);
                Phone eves = Phone.of(eve)) {
            Call call = hers.start(anna.direct(ben));

            assertThat(eves.refused(eves.starting(call.id(), eve.direct(dan)))).isEqualTo(ErrorCode.CALL_NOT_FOUND);
            hers.leave(call.id());
            assertThat(eves.refused(eves.starting(call.id(), eve.direct(dan)))).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        }
    }

    @Test
    void whoFloodsIsHeldBackByWhatTheyFloodWith() {
        try (TestServer limited = TestServer.start(HostileFramesTest::withLimits, new TestClock(), new FakeMedia())) {
            TestPerson one = limited.register("one");
            TestPerson other = limited.register("other");
            limited.befriend(one, other);
            try (Phone hers = Phone.of(one);
                    Phone his = Phone.of(other)) {
                Call call = hers.start(one.direct(other));
                his.join(call.id());
                for (int i = 0; i < 200; i++) {
                    hers.send(signal(call.id(), hers, his));
                }
                hers.ask(new CallRequest.GetIceServers());
                for (int i = 0; i < 2_000; i++) {
                    hers.send(signal(call.id(), hers, his));
                }
                ServerMessage.Error held =
                        hers.await(ServerMessage.Error.class, error -> error.code() == ErrorCode.RATE_LIMITED);
                assertThat(held.retryAfterMs()).isPositive();

                his.ask(signal(call.id(), his, hers));
                hers.leave(call.id());
                for (int i = 0; i < 20; i++) {
                    hers.send(hers.starting(UUID.randomUUID(), call.conversationId()));
                }
                String last = hers.send(hers.starting(UUID.randomUUID(), call.conversationId()));
                assertThat(hers.refusal(last)).isEqualTo(ErrorCode.RATE_LIMITED);
            }
        }
    }

    private static CallRequest signal(UUID callId, Phone from, Phone to) {
        return new CallRequest.SendSignal(
                callId, from.endpointId(), to.endpointId(), new Signal.Candidate("candidate", "0", 0, null));
    }
}
