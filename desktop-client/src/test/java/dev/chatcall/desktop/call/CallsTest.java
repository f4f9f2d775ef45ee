package dev.chatcall.desktop.call;

import static dev.chatcall.desktop.call.TestCalls.ANN;
import static dev.chatcall.desktop.call.TestCalls.ANNS_DEVICE;
import static dev.chatcall.desktop.call.TestCalls.CALL;
import static dev.chatcall.desktop.call.TestCalls.CONVERSATION;
import static dev.chatcall.desktop.call.TestCalls.ME;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatcall.desktop.call.CurrentCall.CallProblem;
import dev.chatcall.desktop.call.CurrentCall.DeviceProblem;
import dev.chatcall.desktop.call.CurrentCall.Reaction;
import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.media.FakeTrack;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEnd;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CallsTest {
    private static final MediaChoice SOUND = new MediaChoice(true, false);
    private static final MediaChoice BOTH = new MediaChoice(true, true);
    private static final UUID SECOND = new UUID(9, 2);
    private static final UUID ELSEWHERE = new UUID(7, 7);

    private CallWorld world = new CallWorld();

    private void inCall() {
        world.tell(TestCalls.ringing().call());
        world.pass(100);
        world.calls.join(CALL, SOUND);
        world.pass(50);
        assertTrue(world.current().isPresent());
    }

    @Test
    void startingOneRingsTheOthersWithWhatOneWished() {
        world.calls.start(CONVERSATION, BOTH);
        world.pass(10);
        CallRequest.StartCall start = world.of(CallRequest.StartCall.class).getFirst();
        assertEquals(new MediaState(true, true, false, false), start.media());
        assertTrue(start.video());
        assertEquals(CallPhase.RINGING, world.call().phase());
        assertEquals(
                List.of(ANN.toString(), ME.toString()),
                world.call().tiles().stream().map(Tile::id).toList());
        assertTrue(world.call().tiles().getFirst().waiting());
    }

    @Test
    void aSecondClickOnStartFindsTheCallOfTheFirst() {
        world.calls.start(CONVERSATION, SOUND);
        world.calls.start(CONVERSATION, SOUND);
        world.pass(10);
        assertEquals(1, world.of(CallRequest.StartCall.class).size());
    }

    @Test
    void theOthersAreToldWhatDevicesThereReallyAre() {
        world.engine.noCamera = Problem.MISSING;
        world.calls.start(CONVERSATION, BOTH);
        world.pass(10);
        assertFalse(world.of(CallRequest.SetMedia.class).getLast().media().camera());
        assertEquals(DeviceProblem.MISSING, world.call().self().cameraProblem());
        world.calls.setMicrophone(false);
        world.calls.setHand(true);
        world.pass(10);
        assertEquals(
                new MediaState(false, false, false, true),
                world.of(CallRequest.SetMedia.class).getLast().media());
    }

    @Test
    void oneThatIsRefusedLeavesNoDeviceOn() {
        world.refuse = request -> request instanceof CallRequest.StartCall ? ErrorCode.CALL_MEDIA_UNAVAILABLE : null;
        CompletableFuture<Void> started = world.calls.start(CONVERSATION, BOTH);
        world.pass(10);
        assertEquals("call.media_unavailable", codeOf(started));
        assertTrue(world.current().isEmpty());
        assertTrue(world.engine.given.stream().noneMatch(FakeTrack::live));
    }

    @Test
    void oneWhoseOnlyOtherIsInAnotherCallIsOverAtOnce() {
        world.endAtOnce = new CallEnd(EndReason.BUSY, 1, null);
        world.calls.start(CONVERSATION, SOUND);
        world.pass(10);
        assertEquals(EndReason.BUSY, requireNonNull(world.call().ending()).reason());
    }

    @Test
    void acceptingTakesTheWayThatWasPreparedWhileItRang() {
        world.tell(TestCalls.ringing().call());
        world.pass(100);
        assertEquals(List.of(CALL), world.incoming());
        assertEquals(1, world.air.peers().size());
        world.calls.join(CALL, SOUND);
        world.pass(50);
        assertEquals(List.of(), world.incoming());
        assertEquals(1, world.air.peers().size());
        assertTrue(world.of(CallRequest.SendSignal.class).stream()
                .allMatch(signal -> signal.to().equals(ANNS_DEVICE)));
        assertFalse(world.of(CallRequest.SendSignal.class).isEmpty());
    }

    @Test
    void whatIsPreparedGoesWhenItRingsNoMore() {
        world.tell(TestCalls.ringing().call());
        world.pass(100);
        world.change(CALL, call -> call.end(new CallEnd(EndReason.CANCELLED, 1, null)));
        world.pass(10);
        assertEquals(List.of(), world.air.peers());
        assertTrue(world.notices.getFirst() instanceof CallNotice.Missed);
    }

    @Test
    void acceptingThatFailsRingsOnAndDecliningIsSilentAtOnce() {
        world.tell(TestCalls.ringing().call());
        world.refuse = request -> request instanceof CallRequest.JoinCall ? ErrorCode.CALL_FULL : null;
        CompletableFuture<Void> joined = world.calls.join(CALL, SOUND);
        world.pass(10);
        assertEquals("call.full", codeOf(joined));
        assertEquals(List.of(CALL), world.incoming());
        world.calls.decline(CALL);
        world.pass(10);
        assertEquals(List.of(), world.incoming());
    }

    @Test
    void reactionsAreShownForAMoment() {
        inCall();
        world.happens(CALL, new CallEvent.Reacted(ANN, "🎉"));
        assertEquals(
                List.of("🎉"),
                world.call().reactions().stream().map(Reaction::emoji).toList());
        world.pass(4_000);
        assertEquals(List.of(), world.call().reactions());
    }

    @Test
    void leavingTellsTheServerAndLetsEverythingGo() {
        inCall();
        world.calls.leave();
        world.pass(10);
        assertEquals(EndReason.FINISHED, requireNonNull(world.call().ending()).reason());
        assertEquals(
                List.of(CALL),
                world.of(CallRequest.LeaveCall.class).stream()
                        .map(CallRequest.LeaveCall::callId)
                        .toList());
        world.calls.leave();
        world.pass(10);
        assertTrue(world.current().isEmpty());
        assertEquals(List.of(), world.air.peers());
        assertEquals(Map.of(), world.kept);
    }

    @Test
    void givingUpBeforeAnAnswerCancels() {
        world.calls.start(CONVERSATION, SOUND);
        world.pass(10);
        world.calls.leave();
        world.pass(10);
        assertEquals(EndReason.CANCELLED, requireNonNull(world.call().ending()).reason());
        world.pass(5_000);
        assertTrue(world.current().isEmpty());
    }

    @Test
    void joiningAnotherLeavesTheOneBefore() {
        inCall();
        world.tell(TestCalls.ringing().id(SECOND).in(new UUID(8, 2)).call());
        world.calls.join(SECOND, SOUND);
        world.pass(50);
        assertEquals(CALL, world.of(CallRequest.LeaveCall.class).getFirst().callId());
        assertEquals(SECOND, world.call().call().id());
    }

    @Test
    void endsHereWhenAnotherDeviceTakesItOver() {
        inCall();
        world.change(CALL, call -> call.with(annIn(), TestCalls.joined(ME, ELSEWHERE)));
        assertEquals(CallPhase.ENDED, world.call().phase());
        assertNull(requireNonNull(world.call().ending()).reason());
    }

    @Test
    void endsWhenOneIsPutOut() {
        inCall();
        world.change(CALL, call -> call.with(annIn(), TestCalls.of(ME, ParticipantState.LEFT)));
        assertNull(requireNonNull(world.call().ending()).reason());
    }

    @Test
    void aLostLineIsACallThatGoesOnToldTheServerWhenItIsBack() {
        inCall();
        world.lose();
        assertEquals(CallProblem.LINE, world.call().problem());
        world.comeBack();
        world.pass(10);
        List<CallRequest.JoinCall> joins = world.of(CallRequest.JoinCall.class);
        assertEquals(2, joins.size());
        assertEquals(joins.get(0).endpointId(), joins.get(1).endpointId());
        assertNull(world.call().problem());
        assertNull(world.call().ending());
    }

    @Test
    void comingBackToWhatIsOverEndsAsLost() {
        inCall();
        world.lose();
        world.refuse = request -> request instanceof CallRequest.JoinCall ? ErrorCode.CALL_ENDED : null;
        world.comeBack();
        world.pass(10);
        assertEquals(EndReason.LOST, requireNonNull(world.call().ending()).reason());
    }

    @Test
    void comingBackIsTriedAgainWhenTheServerIsNotReady() {
        inCall();
        world.lose();
        world.refuse = request -> request instanceof CallRequest.JoinCall ? ErrorCode.SERVER_BUSY : null;
        world.comeBack();
        world.pass(10);
        world.refuse = request -> null;
        world.pass(2_000);
        assertNull(world.call().problem());
        assertNull(world.call().ending());
    }

    @Test
    void leavingWhileTheLineIsLostIsMadeGoodWhenItIsBack() {
        inCall();
        world.lose();
        world.calls.leave();
        world.pass(1_000);
        world.comeBack();
        world.pass(10);
        List<CallRequest> last = world.asked.subList(world.asked.size() - 2, world.asked.size());
        assertTrue(last.get(0) instanceof CallRequest.JoinCall && last.get(1) instanceof CallRequest.LeaveCall);
    }

    @Test
    void goesOnAsAnotherCallWhenSomebodyIsAddedWhicheverIsToldFirst() {
        for (boolean successorFirst : List.of(true, false)) {
            world = new CallWorld();
            inCall();
            UUID endpoint = world.of(CallRequest.JoinCall.class).getFirst().endpointId();
            Call successor = TestCalls.ringing()
                    .id(SECOND)
                    .in(new UUID(8, 2))
                    .answered()
                    .with(annIn(), TestCalls.joined(ME, endpoint))
                    .call();
            if (successorFirst) {
                world.tell(successor);
            }
            world.change(CALL, call -> call.end(new CallEnd(EndReason.MOVED, 1, SECOND)));
            assertNull(world.call().ending());
            if (!successorFirst) {
                world.tell(successor);
            }
            world.pass(10);
            assertEquals(SECOND, world.call().call().id());
            assertNull(world.call().ending());
        }
    }

    @Test
    void endsWhenNothingIsToldOfTheCallItMovedTo() {
        inCall();
        world.change(CALL, call -> call.end(new CallEnd(EndReason.MOVED, 1, SECOND)));
        world.pass(10_000);
        assertEquals(EndReason.MOVED, requireNonNull(world.call().ending()).reason());
    }

    @Test
    void aDirectCallWithoutAWayAsksForTheMediaServiceAndSaysWhenThereIsNone() {
        inCall();
        world.refuse =
                request -> request instanceof CallRequest.UseMediaService ? ErrorCode.CALL_MEDIA_UNAVAILABLE : null;
        world.pass(8_100);
        assertEquals(1, world.of(CallRequest.UseMediaService.class).size());
        assertEquals(CallProblem.MEDIA_SERVICE, world.call().problem());
        assertEquals(CallRoute.DIRECT, world.call().route());
    }

    @Test
    void aRestartComesBackToTheCallOnTheSameEndpointAndWithTheSameDevices() {
        inCall();
        UUID endpoint = world.of(CallRequest.JoinCall.class).getFirst().endpointId();
        Map<UUID, Call> known = world.known;
        world = new CallWorld(world.kept);
        world.known.putAll(known);
        world.comeBack();
        world.pass(100);
        CallRequest.JoinCall join = world.of(CallRequest.JoinCall.class).getFirst();
        assertEquals(endpoint, join.endpointId());
        assertEquals(new MediaState(true, false, false, false), join.media());
        assertEquals(CALL, world.call().call().id());
    }

    @Test
    void aRestartDoesNotComeBackToWhatIsOnAnotherDeviceByNow() {
        inCall();
        world = new CallWorld(world.kept);
        world.known.put(
                CALL,
                TestCalls.ringing()
                        .version(9)
                        .with(annIn(), TestCalls.joined(ME, ELSEWHERE))
                        .call());
        world.comeBack();
        world.pass(100);
        assertEquals(List.of(), world.of(CallRequest.JoinCall.class));
        assertEquals(Map.of(), world.kept);
    }

    @Test
    void aRingThatTheServerCannotEndStopsByItself() {
        world.tell(TestCalls.ringing().call());
        world.lose();
        world.pass(47_900);
        assertEquals(List.of(CALL), world.incoming());
        world.pass(200);
        assertEquals(List.of(), world.incoming());
    }

    @Test
    void aPreviewIsThereAtOnceAndTheCallGoesOnWithWhatItHasOpen() {
        Preview preview = world.calls.preview(BOTH);
        assertNull(preview.state().get().video());
        world.engine.level = 0.5;
        world.pass(200);
        Assertions.assertNotNull(preview.state().get().video());
        assertEquals(0.5, preview.state().get().level());
        world.calls.start(CONVERSATION, BOTH);
        world.pass(10);
        preview.close();
        world.pass(10);
        assertEquals(2, world.engine.given.size());
        assertTrue(world.engine.given.stream().allMatch(FakeTrack::live));
    }

    @Test
    void whenTheMicrophoneGoesAwayTheNextTakesItsPlaceAndStaysMuted() {
        inCall();
        world.calls.setMicrophone(false);
        world.pass(10);
        world.engine.given.getFirst().unplug();
        world.pass(10);
        assertEquals(2, world.engine.given.size());
        assertFalse(world.call().self().microphone());
        assertFalse(world.engine.given.getLast().enabled());
        assertEquals(CallNotice.DeviceKind.MICROPHONE, ((CallNotice.DeviceLost) world.notices.getLast()).kind());
    }

    @Test
    void anotherMicrophoneIsTakenLiveAndKeptForTheNextCall() {
        inCall();
        world.calls.choose(new DeviceChoice("other", null, null, false, true, true));
        world.pass(10);
        assertEquals("other", world.engine.given.getLast().deviceId());
        assertFalse(world.engine.given.getFirst().live());
        assertEquals(
                "other",
                new CallWorld(world.kept).calls.devices().get().choice().microphoneId());
    }

    @Test
    void withoutAScreenToShareSharingFailsAndTheCallGoesOn() {
        inCall();
        world.engine.noScreen = Problem.MISSING;
        CompletableFuture<Void> shared = world.calls.setScreen(true);
        world.pass(10);
        assertEquals(Calls.SCREEN_MISSING, codeOf(shared));
        assertNull(world.call().ending());
        assertFalse(world.call().self().screen());
    }

    @Test
    void signingOutLeavesNothingOpen() {
        inCall();
        world.calls.end();
        world.pass(100);
        assertEquals(List.of(), world.air.peers());
        assertTrue(world.engine.given.stream().noneMatch(FakeTrack::live));
        assertTrue(world.engine.closed);
        CompletableFuture<Void> started = world.calls.start(CONVERSATION, SOUND);
        world.pass(10);
        assertEquals("auth.required", codeOf(started));
    }

    private static CallParticipant annIn() {
        return TestCalls.joined(ANN, ANNS_DEVICE);
    }

    private static String codeOf(CompletableFuture<Void> failed) {
        CompletionException failure = Assertions.assertThrows(CompletionException.class, failed::join);
        return ((ApiException) requireNonNull(failure.getCause())).code();
    }
}
