package dev.chatcall.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.Signal;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.session.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each rule of ringing between two people, of whom one has two devices. */
@Timeout(60)
class RingingTest {
    private static final TestClock CLOCK = new TestClock();

    private static TestServer server;

    private TestPerson anna;
    private TestPerson ben;
    private UUID talk;

    @BeforeAll
    static void start() {
        server = TestServer.start(UnaryOperator.identity(), CLOCK, new FakeMedia());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void befriend() {
        anna = server.register("anna");
        ben = server.register("ben");
        server.befriend(anna, ben);
        talk = anna.direct(ben);
    }

    @Test
    void everyDeviceRingsAndTheFirstAnswerStopsTheOthers() {
        try (Phone hers = Phone.of(anna);
                Phone desk = Phone.of(ben);
                Phone pocket = Phone.of(ben)) {
            Call call = hers.start(talk);

            assertThat(call.route()).isEqualTo(CallRoute.DIRECT);
            assertThat(call.ringsUntil()).isEqualTo(call.startedAt() + 45_000);
            desk.seesRinging(call.id());
            pocket.seesRinging(call.id());

            Call answered = desk.join(call.id());

            assertThat(Phone.participant(answered, ben.id()).endpointId()).isEqualTo(desk.endpointId());
            assertThat(answered.ringsUntil()).isNull();
            assertThat(answered.answeredAt()).isNotNull();
            Call elsewhere = pocket.seesState(call.id(), ben.id(), ParticipantState.JOINED);
            assertThat(Phone.participant(elsewhere, ben.id()).endpointId())
                    .as("answered elsewhere")
                    .isEqualTo(desk.endpointId());
            hers.seesState(call.id(), ben.id(), ParticipantState.JOINED);
        }
    }

    @Test
    void ofTwoDevicesAnsweredOnAtOnceTheFirstWinsAndLaterTheOtherMayTakeOver() {
        try (Phone hers = Phone.of(anna);
                Phone desk = Phone.of(ben);
                Phone pocket = Phone.of(ben)) {
            Call call = hers.start(talk);
            desk.join(call.id());

            assertThat(pocket.refused(pocket.joining(call.id()))).isEqualTo(ErrorCode.CALL_IN_ANOTHER);

            CLOCK.advance(Duration.ofSeconds(2));
            Call moved = pocket.join(call.id());

            assertThat(Phone.participant(moved, ben.id()).endpointId()).isEqualTo(pocket.endpointId());
            desk.sees(
                    call.id(),
                    seen -> pocket.endpointId()
                            .equals(Phone.participant(seen, ben.id()).endpointId()));
            assertThat(desk.refused(new CallRequest.LeaveCall(call.id(), null)))
                    .as("the device that was left does not hang up for the other")
                    .isEqualTo(ErrorCode.CALL_NOT_JOINED);
        }
    }

    @Test
    void declinedOnOneDeviceIsDeclinedOnAll() {
        try (Phone hers = Phone.of(anna);
                Phone desk = Phone.of(ben);
                Phone pocket = Phone.of(ben)) {
            Call call = hers.start(talk);
            pocket.decline(call.id());

            Call over = hers.seesOver(call.id(), EndReason.DECLINED);
            assertThat(Phone.stateOf(over, ben.id())).isEqualTo(ParticipantState.DECLINED);
            desk.seesOver(call.id(), EndReason.DECLINED);
            requireEntry(desk, call, EndReason.DECLINED, List.of(anna.id()));
        }
    }

    @Test
    void nobodyAnswersForFortyFiveSeconds() {
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben)) {
            Call call = hers.start(talk);
            his.seesRinging(call.id());
            CLOCK.advance(Duration.ofSeconds(45));

            Call over = his.seesOver(call.id(), EndReason.MISSED);
            assertThat(Phone.stateOf(over, ben.id())).isEqualTo(ParticipantState.UNANSWERED);
            hers.seesOver(call.id(), EndReason.MISSED);
            requireEntry(his, call, EndReason.MISSED, List.of(anna.id()));
            assertThat(his.refused(his.joining(call.id()))).isEqualTo(ErrorCode.CALL_ENDED);
        }
    }

    @Test
    void theCallerGivesUp() {
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben)) {
            Call call = hers.start(talk);
            his.seesRinging(call.id());
            hers.leave(call.id());

            his.seesOver(call.id(), EndReason.CANCELLED);
            requireEntry(his, call, EndReason.CANCELLED, List.of(anna.id()));
        }
    }

    @Test
    void whoIsInACallIsBusyForAnother() {
        TestPerson cleo = server.register("cleo");
        server.befriend(cleo, ben);
        UUID other = cleo.direct(ben);
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben);
                Phone third = Phone.of(cleo)) {
            Call call = hers.start(talk);
            his.join(call.id());

            Call busy = third.start(other);

            assertThat(busy.end().reason()).isEqualTo(EndReason.BUSY);
            assertThat(Phone.stateOf(busy, ben.id())).isEqualTo(ParticipantState.BUSY);
            assertThat(his.refused(his.starting(UUID.randomUUID(), other))).isEqualTo(ErrorCode.CALL_IN_ANOTHER);
            requireEntry(third, busy, EndReason.BUSY, List.of(cleo.id()));
        }
    }

    @Test
    void whoAnswersOneOfTwoThatRingIsBusyForTheOther() {
        TestPerson cleo = server.register("cleo");
        server.befriend(cleo, ben);
        UUID other = cleo.direct(ben);
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben);
                Phone third = Phone.of(cleo)) {
            Call one = hers.start(talk);
            Call two = third.start(other);
            his.seesRinging(one.id());
            his.seesRinging(two.id());
            his.join(one.id());

            third.seesOver(two.id(), EndReason.BUSY);
        }
    }

    @Test
    void twoWhoCallEachOtherAreInOneCall() {
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben)) {
            String one = hers.send(hers.starting(UUID.randomUUID(), talk));
            String two = his.send(his.starting(UUID.randomUUID(), talk));

            UUID first = joined(hers.answer(one)).id();
            UUID second = joined(his.answer(two)).id();

            assertThat(first).isEqualTo(second);
            hers.sees(first, call -> call.answeredAt() != null && call.end() == null);
        }
    }

    private static Call joined(ServerMessage message) {
        return ((CallReply.Joined) ((ServerMessage.CallReplied) message).reply()).call();
    }

    @Test
    void startingAgainWithTheSameIdIsTheSameCall() {
        UUID callId = UUID.randomUUID();
        try (Phone hers = Phone.of(anna)) {
            Call one = ((CallReply.Joined) hers.ask(hers.starting(callId, talk))).call();
            Call two = ((CallReply.Joined) hers.ask(hers.starting(callId, talk))).call();
            assertThat(two.id()).isEqualTo(one.id());
            hers.leave(callId);

            Call three = ((CallReply.Joined) hers.ask(hers.starting(callId, talk))).call();

            assertThat(three.end()).isNotNull();
        }
    }

    @Test
    void whoComesOnlineWhileItRingsIsToldInTheSync() {
        try (Phone hers = Phone.of(anna)) {
            Call call = hers.start(talk);

            try (Phone his = Phone.of(ben)) {
                his.seesRinging(call.id());
                his.reconnect();
                his.seesRinging(call.id());
            }
        }
    }

    @Test
    void hangingUpEndsItForBothAndLeavesAnEntryWithTheDuration() {
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben)) {
            Call call = hers.start(talk);
            his.join(call.id());
            CLOCK.advance(Duration.ofSeconds(75));
            his.leave(call.id());

            hers.seesOver(call.id(), EndReason.FINISHED);
            MessageBody.CallEnded entry = requireEntry(hers, call, EndReason.FINISHED, List.of(anna.id(), ben.id()));
            assertThat(entry.durationMs()).isEqualTo(75_000);
        }
    }

    @Test
    void theTwoTellEachOtherHowTheyCanBeReached() {
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben);
                Phone pocket = Phone.of(ben)) {
            Call call = hers.start(talk);
            his.join(call.id());
            for (int i = 0; i < 20; i++) {
                hers.send(new CallRequest.SendSignal(
                        call.id(),
                        hers.endpointId(),
                        his.endpointId(),
                        new Signal.Candidate("candidate " + i, "0", 0, null)));
            }
            for (int i = 0; i < 20; i++) {
                CallEvent.Signalled signalled = his.hears(CallEvent.Signalled.class);
                assertThat(signalled.from()).isEqualTo(hers.endpointId());
                assertThat(((Signal.Candidate) signalled.signal()).candidate()).isEqualTo("candidate " + i);
            }
            assertThat(pocket.socket().drain()).noneMatch(ServerMessage.CallHappened.class::isInstance);
        }
    }

    private MessageBody.CallEnded requireEntry(Phone phone, Call call, EndReason reason, List<UUID> people) {
        Message message = phone.await(
                        ServerMessage.NewMessage.class, news -> news.message().body() instanceof MessageBody.CallEnded)
                .message();
        assertThat(message.id()).isEqualTo(call.id());
        assertThat(message.senderId()).isEqualTo(call.startedBy());
        assertThat(message.conversationId()).isEqualTo(call.conversationId());
        MessageBody.CallEnded entry = (MessageBody.CallEnded) message.body();
        assertThat(entry.reason()).isEqualTo(reason);
        assertThat(entry.accountIds()).isEqualTo(people);
        return entry;
    }
}
