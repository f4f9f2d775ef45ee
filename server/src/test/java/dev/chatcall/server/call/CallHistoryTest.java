package dev.chatcall.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.CallSummary;
import dev.chatcall.protocol.call.Connectivity;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.QualityCause;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.json.Json;
import dev.chatcall.server.session.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One's calls of the past, and what is known of whether calls will work. */
@Timeout(60)
class CallHistoryTest {
    private final TestClock clock = new TestClock();
    private final FakeMedia media = new FakeMedia();
    private final TestServer server = TestServer.start(UnaryOperator.identity(), clock, media);
    private TestPerson anna;
    private TestPerson ben;
    private UUID talk;

    @BeforeEach
    void befriend() {
        anna = server.register("anna");
        ben = server.register("ben");
        server.befriend(anna, ben);
        talk = anna.direct(ben);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void callsThatRangOrWereTalkedInAreListedNewestFirstPageByPage() {
        List<UUID> made = new ArrayList<>();
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben)) {
            for (int i = 0; i < 5; i++) {
                Call call = hers.start(talk);
                his.seesRinging(call.id());
                his.decline(call.id());
                hers.seesOver(call.id(), EndReason.DECLINED);
                made.addFirst(call.id());
                clock.advance(Duration.ofSeconds(i % 2)); // some began in the same millisecond
            }
        }
        List<UUID> listed = new ArrayList<>();
        CallPage page = page(ben, "?limit=2");
        while (true) {
            page.calls().forEach(call -> listed.add(call.id()));
            assertThat(page.calls()).hasSizeLessThanOrEqualTo(2);
            if (!page.more()) {
                break;
            }
            page = page(ben, "?limit=2&before=" + listed.getLast());
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(made);
        assertThat(listed.getFirst()).isIn(made.subList(0, 2));
        CallSummary first = page(ben, "").calls().getFirst();
        assertThat(first.startedBy()).isEqualTo(anna.id());
        assertThat(first.myState()).isEqualTo(ParticipantState.DECLINED);
        assertThat(first.accountIds()).containsExactly(anna.id(), ben.id());
        assertThat(page(anna, "").calls().getFirst().myState()).isEqualTo(ParticipantState.LEFT);
        assertThat(page(server.register("cleo"), "").calls()).isEmpty();
    }

    @Test
    void whyItWasBadIsKeptForOneselfAlsoWhenTheCallWasOver() {
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben)) {
            Call call = hers.start(talk);
            his.join(call.id());
            clock.advance(Duration.ofSeconds(3));
            hers.ask(new CallRequest.LeaveCall(call.id(), QualityCause.UPLINK));
            his.seesOver(call.id(), EndReason.FINISHED);
            his.ask(new CallRequest.LeaveCall(call.id(), QualityCause.THEIR_NETWORK));
        }
        CallSummary hers = page(anna, "").calls().getFirst();
        assertThat(hers.quality()).isEqualTo(QualityCause.UPLINK);
        assertThat(hers.durationMs()).isEqualTo(3_000);
        assertThat(page(ben, "").calls().getFirst().quality()).isEqualTo(QualityCause.THEIR_NETWORK);
    }

    @Test
    void aCallThatGoesOnIsNotOfThePast() {
        try (Phone hers = Phone.of(anna)) {
            hers.start(talk);

            assertThat(page(anna, "").calls()).isEmpty();
        }
    }

    @Test
    void whetherCallsWillWorkIsTold() {
        Connectivity works = connectivity();
        assertThat(works.mediaService()).isTrue();
        assertThat(works.mediaProblem()).isNull();
        assertThat(works.announcedAddress()).isEqualTo("127.0.0.1");
        assertThat(works.mediaPorts()).containsExactly(40_000, 40_003);
        assertThat(works.serverTime()).isEqualTo(clock.millis());

        media.goAway();
        assertThat(connectivity().mediaService()).isFalse();
        assertThat(connectivity().mediaProblem()).isEqualTo("The media service is missing: run this.");
    }

    private Connectivity connectivity() {
        return Json.mapper()
                .treeToValue(anna.get("/api/connectivity").expect(200).body(), Connectivity.class);
    }

    private static CallPage page(TestPerson person, String query) {
        return Json.mapper()
                .treeToValue(person.get("/api/calls" + query).expect(200).body(), CallPage.class);
    }
}
