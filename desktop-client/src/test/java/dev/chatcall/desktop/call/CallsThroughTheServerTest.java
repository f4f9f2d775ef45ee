package dev.chatcall.desktop.call;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.media.webrtc.TestEngines;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.testing.Awaiting;
import dev.chatcall.desktop.testing.TestDevice;
import dev.chatcall.desktop.testing.TestPerson;
import dev.chatcall.desktop.testing.TestServer;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.EndReason;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole clients with real media, and the real server between them. */
@Tag("media")
class CallsThroughTheServerTest {
    private static final MediaChoice BOTH = new MediaChoice(true, true);
    private static final MediaChoice SOUND = new MediaChoice(true, false);

    private final TestServer server = TestServer.shared();
    private final TestPerson anna = server.register("anna");
    private final TestPerson ben = server.register("ben");

    @Test
    void twoSeeAndHearEachOtherAndHangUp() throws Exception {
        server.befriend(anna, ben);
        UUID conversation = anna.direct(ben.id());
        try (TestDevice annas = TestDevice.of(server, anna, TestEngines::humming);
                TestDevice bens = TestDevice.of(server, ben, TestEngines::silent)) {
            connect(annas, bens, conversation, BOTH);
            CurrentCall bensCall = current(bens, call -> tile(call, anna.id()).video() != null);
            countPictures(requireNonNull(tile(bensCall, anna.id()).video()), 20);
            assertEquals(CallRoute.DIRECT, bensCall.route());
            current(bens, call -> call.speaking().contains(anna.id()));
            current(bens, call -> call.links().containsKey(anna.id()));
            // Ben's machine has no sound: he is muted, and knows why.
            assertEquals(CurrentCall.DeviceProblem.MISSING, bensCall.self().microphoneProblem());
            assertTrue(tile(current(annas, call -> tile(call, ben.id()).muted()), ben.id())
                    .muted());
            CurrentCall annasCall = current(annas, call -> tile(call, ben.id()).video() != null);
            countPictures(requireNonNull(tile(annasCall, ben.id()).video()), 20);

            Awaiting.done(annas.client().calls().setMicrophone(false));
            current(
                    bens,
                    call -> tile(call, anna.id()).muted() && call.speaking().isEmpty());
            Awaiting.done(annas.client().calls().setScreen(true));
            CurrentCall shared = current(bens, call -> call.tiles().getFirst().screen());
            countPictures(requireNonNull(shared.tiles().getFirst().video()), 3);
            Awaiting.done(annas.client().calls().setScreen(false));
            current(bens, call -> call.tiles().stream().noneMatch(Tile::screen));

            Awaiting.done(annas.client().calls().leave());
            CurrentCall over = current(bens, call -> call.phase() == CallPhase.ENDED);
            assertEquals(EndReason.FINISHED, requireNonNull(over.ending()).reason());
            Awaiting.until(bens.client().calls().current(), Optional::isEmpty);
            Awaiting.until(bens.client().calls().running(), List::isEmpty);
            assertEquals(
                    1,
                    Awaiting.done(bens.client().calls().history(null)).calls().size());
        }
    }

    @Test
    void aRestartInTheMiddleOfACallComesBackToIt() throws Exception {
        server.befriend(anna, ben);
        UUID conversation = anna.direct(ben.id());
        try (TestDevice annas = TestDevice.of(server, anna, TestEngines::humming);
                TestDevice bens = TestDevice.of(server, ben, TestEngines::silent)) {
            connect(annas, bens, conversation, BOTH);
            UUID callId = current(annas, call -> true).call().id();
            annas.killAndStart();
            annas.awaitLive();
            CurrentCall back = current(annas, call -> call.phase() == CallPhase.CONNECTED);
            assertEquals(callId, back.call().id());
            CurrentCall bensCall = current(
                    bens,
                    call -> call.phase() == CallPhase.CONNECTED
                            && tile(call, anna.id()).video() != null);
            countPictures(requireNonNull(tile(bensCall, anna.id()).video()), 10);
            Awaiting.done(bens.client().calls().leave());
        }
    }

    @Test
    void answeredOnOneDeviceTheOtherStopsRinging() {
        server.befriend(anna, ben);
        UUID conversation = anna.direct(ben.id());
        try (TestDevice annas = TestDevice.of(server, anna, TestEngines::silent);
                TestDevice desk = TestDevice.of(server, ben, TestEngines::silent);
                TestDevice laptop = TestDevice.of(server, ben, TestEngines::silent)) {
            CompletableFuture<CallNotice> told = new CompletableFuture<>();
            laptop.client().calls().onNotice(told::complete);
            annas.conversation(conversation);
            Awaiting.done(annas.client().calls().start(conversation, SOUND));
            UUID callId = ringing(desk);
            ringing(laptop);
            Awaiting.done(desk.client().calls().join(callId, SOUND));
            Awaiting.until(laptop.client().calls().incoming(), List::isEmpty);
            assertEquals(new CallNotice.AnsweredElsewhere(callId), Awaiting.done(told));
            assertFalse(laptop.client().calls().current().get().isPresent());
            Awaiting.done(desk.client().calls().leave());
            current(annas, call -> call.phase() == CallPhase.ENDED);
        }
    }

    @Test
    void aDeclinedCallIsOverForBoth() {
        server.befriend(anna, ben);
        UUID conversation = anna.direct(ben.id());
        try (TestDevice annas = TestDevice.of(server, anna, TestEngines::silent);
                TestDevice bens = TestDevice.of(server, ben, TestEngines::silent)) {
            annas.conversation(conversation);
            Awaiting.done(annas.client().calls().start(conversation, SOUND));
            Awaiting.done(bens.client().calls().decline(ringing(bens)));
            CurrentCall over = current(annas, call -> call.phase() == CallPhase.ENDED);
            assertEquals(EndReason.DECLINED, requireNonNull(over.ending()).reason());
            Awaiting.until(bens.client().calls().incoming(), List::isEmpty);
        }
    }

    private static void connect(TestDevice caller, TestDevice called, UUID conversation, MediaChoice choice) {
        caller.conversation(conversation);
        Awaiting.done(caller.client().calls().start(conversation, choice));
        Awaiting.done(called.client().calls().join(ringing(called), choice));
        current(caller, call -> call.phase() == CallPhase.CONNECTED);
        current(called, call -> call.phase() == CallPhase.CONNECTED);
    }

    private static UUID ringing(TestDevice device) {
        return Awaiting.until(device.client().calls().incoming(), list -> !list.isEmpty())
                .getFirst()
                .id();
    }

    private static CurrentCall current(TestDevice device, Predicate<CurrentCall> fulfilled) {
        return Awaiting.until(
                        device.client().calls().current(),
                        held -> held.filter(fulfilled).isPresent())
                .orElseThrow();
    }

    private static Tile tile(CurrentCall call, UUID account) {
        return call.tiles().stream()
                .filter(each -> each.id().equals(account.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static void countPictures(VideoSource source, int wanted) throws Exception {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        AtomicInteger count = new AtomicInteger();
        try (Subscription watching = source.watch((frame, rotation) -> {
            if (count.incrementAndGet() >= wanted) {
                seen.complete(null);
            }
        })) {
            seen.get(30, TimeUnit.SECONDS);
        }
    }
}
