package dev.chatcall.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.Signal;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.session.TestClock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sockets break, pages are loaded again, servers stop: the call is still there, for half a minute. */
@Timeout(60)
class ComingBackTest {
    private final TestClock clock = new TestClock();
    private final TestServer server = TestServer.start(UnaryOperator.identity(), clock, new FakeMedia());
    private TestPerson anna;
    private TestPerson ben;
    private Phone hers;
    private Phone his;
    private Call call;

    @BeforeEach
    void talk() {
        anna = server.register("anna");
        ben = server.register("ben");
        server.befriend(anna, ben);
        hers = Phone.of(anna);
        his = Phone.of(ben);
        call = hers.start(anna.direct(ben));
        his.join(call.id());
        hers.seesState(call.id(), ben.id(), ParticipantState.JOINED);
    }

    @AfterEach
    void stop() {
        hers.close();
        his.close();
        server.close();
    }

    @Test
    void whoseSocketBreaksIsShownAsAwayAndComesBackOnTheSameDevice() {
        his.disconnect();
        hers.sees(call.id(), away(ben));

        clock.advance(Duration.ofSeconds(29));
        his.reconnect();
        Call back = his.join(call.id());

        assertThat(Phone.participant(back, ben.id()).connected()).isTrue();
        assertThat(Phone.participant(back, ben.id()).endpointId()).isEqualTo(his.endpointId());
        hers.sees(call.id(), away(ben).negate());
        clock.advance(Duration.ofSeconds(29));
        assertThat(hers.knows(call.id()).end()).isNull();
    }

    @Test
    void whatIsSaidToADeviceThatIsAwayIsRefusedRatherThanLost() {
        CallRequest signal = new CallRequest.SendSignal(
                call.id(), hers.endpointId(), his.endpointId(), new Signal.Description("offer", "v=0"));
        his.disconnect();
        hers.sees(call.id(), away(ben));
        assertThat(hers.refused(signal)).isEqualTo(ErrorCode.CALL_NOT_JOINED);

        his.reconnect();
        his.join(call.id());
        hers.ask(signal);
        assertThat(his.hears(CallEvent.Signalled.class).from()).isEqualTo(hers.endpointId());
    }

    @Test
    void whoDoesNotComeBackWithinHalfAMinuteHasLeft() {
        his.disconnect();
        hers.sees(call.id(), away(ben));
        clock.advance(Duration.ofSeconds(30));

        Call over = hers.seesOver(call.id(), EndReason.LOST);

        assertThat(Phone.stateOf(over, ben.id())).isEqualTo(ParticipantState.LEFT);
    }

    @Test
    void aCallerWhoIsGoneForGoodRingsNoLonger() {
        TestPerson cleo = server.register("cleo");
        server.befriend(cleo, anna);
        try (Phone third = Phone.of(cleo);
                Phone another = Phone.of(anna)) {
            hers.leave(call.id());
            Call next = third.start(cleo.direct(anna));
            another.seesRinging(next.id());
            third.disconnect();
            another.sees(next.id(), away(cleo));
            clock.advance(Duration.ofSeconds(30));

            another.seesOver(next.id(), EndReason.CANCELLED);
        }
    }

    @Test
    void aSessionThatIsEndedIsAwayAtOnce() {
        ben.ask("DELETE", "/api/session", null).expect(204);

        hers.sees(call.id(), away(ben));
    }

    @Test
    void theCallIsStillThereWhenTheServerStartsAgain() {
        server.restart();
        hers.reconnect();
        his.reconnect();

        Call waiting = hers.knows(call.id());
        assertThat(waiting.end()).isNull();
        assertThat(waiting.participants()).noneMatch(CallParticipant::connected);
        hers.join(call.id());
        Call back = his.join(call.id());
        assertThat(back.participants()).allMatch(CallParticipant::connected);
    }

    @Test
    void aRingOutlivesTheServerAndStillEndsInTime() {
        his.leave(call.id());
        Call next = his.start(call.conversationId());
        hers.seesRinging(next.id());
        server.restart();
        his.reconnect();
        his.join(next.id());
        clock.advance(Duration.ofSeconds(45));

        his.seesOver(next.id(), EndReason.MISSED);
    }

    /** As with several servers, of which the one that had the connections was killed. */
    @Test
    void whoWasNotSeenForLongIsAway() {
        server.database()
                .dsl()
                .execute(
                        "UPDATE call_participant SET connection_id = ?, seen_at = seen_at - interval '26 seconds'"
                                + " WHERE account_id = ?",
                        UUID.randomUUID(),
                        ben.id());
        clock.advance(Duration.ofSeconds(10));

        hers.sees(call.id(), away(ben));
        assertThat(Phone.participant(hers.knows(call.id()), anna.id()).connected())
                .as("she is seen by this server")
                .isTrue();
    }

    @Test
    void anEntryThatWasNotStoredIsStoredLaterAndOnce() {
        his.leave(call.id());
        hers.await(ServerMessage.NewMessage.class, news -> news.message().id().equals(call.id()));
        server.database().dsl().execute("UPDATE call SET entry_stored = false WHERE id = ?", call.id());
        server.database().dsl().execute("DELETE FROM message WHERE id = ?", call.id());

        clock.advance(Duration.ofSeconds(11));
        hers.await(ServerMessage.NewMessage.class, news -> news.message().id().equals(call.id()));

        server.database().dsl().execute("UPDATE call SET entry_stored = false WHERE id = ?", call.id());
        clock.advance(Duration.ofSeconds(11));
        await(() -> !server.database()
                .dsl()
                .fetch("SELECT 1 FROM call WHERE id = ? AND entry_stored", call.id())
                .isEmpty());
        assertThat(hers.socket().drain()).noneMatch(ServerMessage.NewMessage.class::isInstance);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static Predicate<Call> away(TestPerson person) {
        return seen -> !Phone.participant(seen, person.id()).connected();
    }
}
