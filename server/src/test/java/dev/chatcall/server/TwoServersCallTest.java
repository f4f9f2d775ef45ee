package dev.chatcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.Signal;
import dev.chatcall.server.call.FakeMedia;
import dev.chatcall.server.call.Phone;
import dev.chatcall.server.redis.TestRedis;
import dev.chatcall.server.session.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two people talk, each connected to another server. */
@Timeout(60)
class TwoServersCallTest {
    private static final TestClock CLOCK = new TestClock();

    @TempDir
    static Path folder;

    private static TestRedis redis;
    private static TestServer first;
    private static TestServer second;

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
        first = start(usual -> TwoServersTest.shared(usual, usual.databaseUrl(), redis, folder));
        second = start(usual -> TwoServersTest.shared(usual, first.database().url(), redis, folder));
    }

    private static TestServer start(UnaryOperator<Configuration> adjust) {
        return TestServer.start(adjust, CLOCK, new FakeMedia());
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
        }
        if (first != null) {
            first.close();
        }
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void theyRingTalkAndHangUpAsOnOne() {
        TestPerson anna = first.register("anna");
        TestPerson ben = first.register("ben");
        first.befriend(anna, ben);
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben.at(second))) {
            Call call = hers.start(anna.direct(ben));
            his.seesRinging(call.id());
            his.join(call.id());
            hers.seesState(call.id(), ben.id(), ParticipantState.JOINED);

            Signal offer = new Signal.Description("offer", "v=0");
            hers.ask(new CallRequest.SendSignal(call.id(), hers.endpointId(), his.endpointId(), offer));
            assertThat(his.hears(CallEvent.Signalled.class))
                    .isEqualTo(new CallEvent.Signalled(hers.endpointId(), offer));
            Signal answer = new Signal.Description("answer", "v=0");
            his.ask(new CallRequest.SendSignal(call.id(), his.endpointId(), hers.endpointId(), answer));
            assertThat(hers.hears(CallEvent.Signalled.class))
                    .isEqualTo(new CallEvent.Signalled(his.endpointId(), answer));

            his.leave(call.id());
            hers.seesOver(call.id(), EndReason.FINISHED);
        }
    }

    @Test
    void whoComesBackToAnotherServerIsNotTakenForGoneByTheFirst() {
        TestPerson anna = first.register("anna");
        TestPerson ben = first.register("ben");
        first.befriend(anna, ben);
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben)) {
            Call call = hers.start(anna.direct(ben));
            his.join(call.id());
            try (Phone elsewhere = his.at(ben.at(second))) {
                elsewhere.join(call.id());
                his.disconnect();
                CLOCK.advance(Duration.ofSeconds(45));

                Call seen = hers.knows(call.id());
                assertThat(seen.end()).isNull();
                assertThat(Phone.participant(seen, ben.id()).connected()).isTrue();
                hers.leave(call.id());
            }
        }
    }
}
