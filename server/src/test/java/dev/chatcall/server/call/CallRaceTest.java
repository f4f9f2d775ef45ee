package dev.chatcall.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.session.TestClock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Several devices do the same at the same moment. */
@Timeout(60)
class CallRaceTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(UnaryOperator.identity(), new TestClock(), new FakeMedia());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @RepeatedTest(10)
    void whoeverStartsAtOnceIsInOneCall() {
        TestPerson anna = server.register("anna");
        TestPerson ben = server.register("ben");
        TestPerson cleo = server.register("cleo");
        server.befriend(anna, ben);
        server.befriend(anna, cleo);
        UUID group = anna.group("Group", ben, cleo);
        try (Phone one = Phone.of(anna);
                Phone two = Phone.of(ben);
                Phone three = Phone.of(cleo)) {
            List<Phone> phones = List.of(one, two, three);
            List<String> asked = phones.stream()
                    .map(phone -> phone.send(phone.starting(UUID.randomUUID(), group)))
                    .toList();
            List<UUID> calls = Stream.of(0, 1, 2)
                    .map(i -> joined(phones.get(i).answer(asked.get(i))).id())
                    .toList();

            assertThat(calls).containsOnly(calls.getFirst());
            one.sees(
                    calls.getFirst(),
                    call -> call.participants().stream().allMatch(participant -> participant.endpointId() != null));
        }
    }

    @RepeatedTest(10)
    void ofAllDevicesAnsweredOnAtOnceExactlyOneIsInTheCall() {
        TestPerson anna = server.register("anna");
        TestPerson ben = server.register("ben");
        server.befriend(anna, ben);
        try (Phone hers = Phone.of(anna);
                Phone one = Phone.of(ben);
                Phone two = Phone.of(ben);
                Phone three = Phone.of(ben)) {
            Call call = hers.start(anna.direct(ben));
            List<Phone> phones = List.of(one, two, three);
            phones.forEach(phone -> phone.seesRinging(call.id()));
            List<String> asked = phones.stream()
                    .map(phone -> phone.send(phone.joining(call.id())))
                    .toList();
            List<ServerMessage> answers = Stream.of(0, 1, 2)
                    .map(i -> phones.get(i).answer(asked.get(i)))
                    .toList();

            assertThat(answers.stream().filter(ServerMessage.CallReplied.class::isInstance))
                    .hasSize(1);
            assertThat(answers.stream()
                            .filter(ServerMessage.Error.class::isInstance)
                            .map(error -> ((ServerMessage.Error) error).code()))
                    .containsOnly(ErrorCode.CALL_IN_ANOTHER);
        }
    }

    @RepeatedTest(10)
    void whoAnswersTwoCallsAtOnceIsInOne() {
        TestPerson anna = server.register("anna");
        TestPerson ben = server.register("ben");
        TestPerson cleo = server.register("cleo");
        server.befriend(anna, ben);
        server.befriend(cleo, ben);
        try (Phone hers = Phone.of(anna);
                Phone others = Phone.of(cleo);
                Phone one = Phone.of(ben);
                Phone two = Phone.of(ben)) {
            Call first = hers.start(anna.direct(ben));
            Call second = others.start(cleo.direct(ben));
            one.seesRinging(first.id());
            two.seesRinging(second.id());
            String here = one.send(one.joining(first.id()));
            String there = two.send(two.joining(second.id()));

            assertThat(Stream.of(one.answer(here), two.answer(there))
                            .filter(ServerMessage.CallReplied.class::isInstance))
                    .hasSize(1);
            assertThat(Stream.of(hers.knows(first.id()), others.knows(second.id()))
                            .filter(call -> call.end() == null && call.answeredAt() != null))
                    .hasSize(1);
        }
    }

    private static Call joined(ServerMessage message) {
        return ((CallReply.Joined) ((ServerMessage.CallReplied) message).reply()).call();
    }
}
