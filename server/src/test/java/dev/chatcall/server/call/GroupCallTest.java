package dev.chatcall.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.session.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of a group, and a call of two that becomes one. */
@Timeout(60)
class GroupCallTest {
    private static final TestClock CLOCK = new TestClock();
    private static final FakeMedia MEDIA = new FakeMedia();

    private static TestServer server;

    private TestPerson anna;
    private TestPerson ben;
    private TestPerson cleo;
    private UUID group;
    private Phone annas;
    private Phone bens;
    private Phone cleos;

    @BeforeAll
    static void start() {
        server = TestServer.start(UnaryOperator.identity(), CLOCK, MEDIA);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void gather() {
        anna = server.register("anna");
        ben = server.register("ben");
        cleo = server.register("cleo");
        server.befriend(anna, ben);
        server.befriend(anna, cleo);
        group = anna.group("Group", ben, cleo);
        annas = Phone.of(anna);
        bens = Phone.of(ben);
        cleos = Phone.of(cleo);
        MEDIA.comeBack();
    }

    @AfterEach
    void hangUp() {
        annas.close();
        bens.close();
        cleos.close();
    }

    @Test
    void allMembersRingAndTheCallGoesOnWithWhoeverComes() {
        Call call = annas.start(group);

        assertThat(call.route()).isEqualTo(CallRoute.MEDIA_SERVICE);
        bens.seesRinging(call.id());
        cleos.seesRinging(call.id());
        bens.join(call.id());
        cleos.seesRinging(call.id());
        cleos.decline(call.id());
        Call talking = annas.seesState(call.id(), cleo.id(), ParticipantState.DECLINED);
        assertThat(talking.end()).isNull();

        annas.leave(call.id());
        assertThat(bens.seesState(call.id(), anna.id(), ParticipantState.LEFT).end())
                .isNull();
        cleos.join(call.id());
        bens.leave(call.id());
        cleos.leave(call.id());
        cleos.seesOver(call.id(), EndReason.FINISHED);
    }

    @Test
    void whoIsNotRungAnyMoreJoinsWhatRuns() {
        Call call = annas.start(group);
        bens.join(call.id());
        CLOCK.advance(Duration.ofSeconds(45));

        Call quiet = cleos.seesState(call.id(), cleo.id(), ParticipantState.UNANSWERED);

        assertThat(quiet.end()).isNull();
        assertThat(Phone.stateOf(cleos.join(call.id()), cleo.id())).isEqualTo(ParticipantState.JOINED);
    }

    @Test
    void whenAllDeclineItIsOver() {
        Call call = annas.start(group);
        bens.decline(call.id());
        cleos.decline(call.id());

        annas.seesOver(call.id(), EndReason.DECLINED);
    }

    @Test
    void whenNobodyAnswersItIsMissed() {
        Call call = annas.start(group);
        bens.decline(call.id());
        CLOCK.advance(Duration.ofSeconds(45));

        annas.seesOver(call.id(), EndReason.MISSED);
    }

    @Test
    void whoBlocksTheCallerIsNotRung() {
        cleo.ask("PUT", "/api/blocks/" + anna.id(), null).expect(204);

        Call call = annas.start(group);

        bens.seesRinging(call.id());
        assertThat(Phone.stateOf(cleos.knows(call.id()), cleo.id())).isNull();
    }

    @Test
    void onlyWhoAdministersEndsItForAllOnceItWasAnswered() {
        Call call = bens.start(group);
        cleos.join(call.id());

        assertThat(bens.refused(new CallRequest.EndCall(call.id()))).isEqualTo(ErrorCode.CALL_FORBIDDEN);
        annas.ask(new CallRequest.EndCall(call.id()));

        cleos.seesOver(call.id(), EndReason.FINISHED);
    }

    @Test
    void theCallerTakesBackWhatOnlyRings() {
        Call call = bens.start(group);

        assertThat(cleos.refused(new CallRequest.EndCall(call.id()))).isEqualTo(ErrorCode.CALL_FORBIDDEN);
        bens.ask(new CallRequest.EndCall(call.id()));

        cleos.seesOver(call.id(), EndReason.CANCELLED);
    }

    @Test
    void whoIsRemovedFromTheGroupIsOutOfItsCall() {
        Call call = annas.start(group);
        bens.join(call.id());
        anna.ask("DELETE", "/api/conversations/" + group + "/members/" + ben.id(), null)
                .expect(204);

        annas.seesState(call.id(), ben.id(), ParticipantState.LEFT);
        bens.seesState(call.id(), ben.id(), ParticipantState.LEFT);
        MEDIA.awaitCommand(
                MediaCommand.CloseEndpoint.class, close -> close.endpointId().equals(bens.endpointId()));
        assertThat(bens.refused(bens.joining(call.id()))).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @Test
    void withoutMediaServiceTheGroupIsToldWhatIsMissingAndTwoTalkAllTheSame() {
        MEDIA.goAway();

        String asked = annas.send(annas.starting(UUID.randomUUID(), group));
        ServerMessage.Error refused = (ServerMessage.Error) annas.answer(asked);

        assertThat(refused.code()).isEqualTo(ErrorCode.CALL_MEDIA_UNAVAILABLE);
        assertThat(refused.detail()).isEqualTo("The media service is missing: run this.");
        Call call = annas.start(anna.direct(ben));
        bens.join(call.id());
        assertThat(annas.refused(new CallRequest.UseMediaService(call.id())))
                .isEqualTo(ErrorCode.CALL_MEDIA_UNAVAILABLE);
        assertThat(annas.refused(new CallRequest.AddToCall(call.id(), List.of(cleo.id()), "Three")))
                .isEqualTo(ErrorCode.CALL_MEDIA_UNAVAILABLE);
        annas.leave(call.id());
    }

    @Test
    void aThirdPersonMovesTheCallIntoANewGroup() {
        Call two = annas.start(anna.direct(ben));
        bens.join(two.id());

        Call three = ((CallReply.Joined)
                        annas.ask(new CallRequest.AddToCall(two.id(), List.of(cleo.id()), "The three of us")))
                .call();

        assertThat(three.route()).isEqualTo(CallRoute.MEDIA_SERVICE);
        assertThat(three.end()).isNull();
        assertThat(three.answeredAt()).isNotNull();
        assertThat(Phone.participant(three, ben.id()).endpointId()).isEqualTo(bens.endpointId());
        assertThat(Phone.participant(three, ben.id()).connected()).isTrue();
        cleos.seesRinging(three.id());
        Call over = bens.seesOver(two.id(), EndReason.MOVED);
        assertThat(over.end().movedTo()).isEqualTo(three.id());
        bens.sees(three.id(), call -> true);
        assertThat(cleo.get("/api/conversations/" + three.conversationId())
                        .expect(200)
                        .body()
                        .path("conversation")
                        .path("name")
                        .asString())
                .isEqualTo("The three of us");

        bens.ask(new CallRequest.SetMedia(three.id(), bens.endpointId(), MediaState.NONE));
        cleos.join(three.id());
        Call again = ((CallReply.Joined)
                        annas.ask(new CallRequest.AddToCall(two.id(), List.of(cleo.id()), "The three of us")))
                .call();
        assertThat(again.id()).as("asked again after a lost answer").isEqualTo(three.id());
        annas.leave(three.id());
        bens.leave(three.id());
        cleos.leave(three.id());
    }

    @Test
    void addingToACallThatStillRingsTakesTheRingAlong() {
        Call two = annas.start(anna.direct(ben));
        Call three = ((CallReply.Joined)
                        annas.ask(new CallRequest.AddToCall(two.id(), List.of(cleo.id()), "The three of us")))
                .call();

        assertThat(three.answeredAt()).isNull();
        bens.seesRinging(three.id());
        cleos.seesRinging(three.id());
        bens.seesOver(two.id(), EndReason.MOVED);
        annas.leave(three.id());
    }

    @Test
    void onlyContactsAreAddedToACallOfTwoAndOnlyMembersToOneOfAGroup() {
        TestPerson stranger = server.register("stranger");
        Call two = annas.start(anna.direct(ben));
        bens.join(two.id());
        assertThat(annas.refused(new CallRequest.AddToCall(two.id(), List.of(stranger.id()), "Three")))
                .isEqualTo(ErrorCode.CONTACT_REQUIRED);
        assertThat(bens.refused(new CallRequest.AddToCall(two.id(), List.of(cleo.id()), "Three")))
                .as("she is no contact of his")
                .isEqualTo(ErrorCode.CONTACT_REQUIRED);
        annas.leave(two.id());

        Call all = annas.start(group);
        assertThat(annas.refused(new CallRequest.AddToCall(all.id(), List.of(stranger.id()), "")))
                .isEqualTo(ErrorCode.MEMBER_NOT_FOUND);
        bens.decline(all.id());
        annas.ask(new CallRequest.AddToCall(all.id(), List.of(ben.id()), ""));
        bens.seesRinging(all.id());
        annas.leave(all.id());
    }

    @Test
    void inALargeGroupNobodyIsRungAndWhoLikesToComes() {
        TestPerson[] many = IntStream.range(0, 50)
                .mapToObj(i -> server.register("many"))
                .peek(each -> server.befriend(anna, each))
                .toArray(TestPerson[]::new);
        UUID large = anna.group("Large", many);
        try (Phone one = Phone.of(many[7])) {
            Call call = annas.start(large);

            assertThat(call.participants()).hasSize(1);
            assertThat(call.ringsUntil()).isNull();
            one.sees(call.id(), seen -> seen.end() == null);
            one.join(call.id());
            annas.leave(call.id());
            one.leave(call.id());
        }
    }

    @Test
    void whoIsAddedToTheGroupSeesTheCallThatRuns() {
        TestPerson dan = server.register("dan");
        server.befriend(anna, dan);
        Call call = annas.start(group);
        bens.join(call.id());
        try (Phone dans = Phone.of(dan)) {
            anna.post("/api/conversations/" + group + "/members", "{\"accountIds\":[\"" + dan.id() + "\"]}")
                    .expect(204);

            dans.sees(call.id(), seen -> seen.end() == null);
            dans.join(call.id());
            dans.leave(call.id());
        }
        annas.leave(call.id());
        bens.leave(call.id());
    }

    @Test
    void reactionsAndHandsAreSeenByAllInTheCall() {
        Call call = annas.start(group);
        bens.join(call.id());
        bens.ask(new CallRequest.React(call.id(), "👏"));

        assertThat(annas.hears(CallEvent.Reacted.class)).isEqualTo(new CallEvent.Reacted(ben.id(), "👏"));
        assertThat(bens.hears(CallEvent.Reacted.class)).isEqualTo(new CallEvent.Reacted(ben.id(), "👏"));

        MediaState hand = new MediaState(false, true, false, true);
        bens.ask(new CallRequest.SetMedia(call.id(), bens.endpointId(), hand));
        annas.sees(call.id(), seen -> Phone.participant(seen, ben.id()).media().equals(hand));
        annas.leave(call.id());
        bens.leave(call.id());
    }
}
