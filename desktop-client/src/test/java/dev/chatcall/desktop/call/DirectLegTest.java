package dev.chatcall.desktop.call;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.media.Air;
import dev.chatcall.desktop.media.FakeEngine;
import dev.chatcall.desktop.media.FakePeer;
import dev.chatcall.desktop.media.FakeTrack;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaKind;
import dev.chatcall.desktop.media.Peer.Direction;
import dev.chatcall.desktop.testing.FakeLoop;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.Signal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectLegTest {
    private static final UUID ANN = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(1, 2);
    private static final UUID C = new UUID(1, 3);
    private static final List<LegState> BOTH_CONNECTED = List.of(LegState.CONNECTED, LegState.CONNECTED);

    /** Two people, the server between them, and the air. */
    private static final class Pair {
        private final FakeLoop loop = new FakeLoop();
        private final Air air = new Air();
        private final Map<UUID, DirectLeg> legs = new LinkedHashMap<>();
        private final Map<UUID, UUID> endpoints = new LinkedHashMap<>();
        private final List<UUID> noWay = new ArrayList<>();
        /** How long each next signal takes; the order between two is kept, as the server does. */
        private final Deque<Integer> latencies = new ArrayDeque<>();
        /** False: the line to the server is lost, and so is what is said. */
        private boolean line = true;

        DirectLeg enter(UUID account, UUID endpoint, boolean offers) {
            DirectLeg before = legs.get(account);
            if (before != null) {
                before.close();
            }
            endpoints.put(account, endpoint);
            DirectLeg leg = new DirectLeg(
                    new DirectLeg.Surroundings(
                            loop,
                            new FakeEngine(loop, air),
                            asking(account),
                            account,
                            endpoint,
                            List.of(),
                            () -> noWay.add(account)),
                    offers);
            legs.put(account, leg);
            return leg;
        }

        /** The server tells both who is in the call. */
        Call tell() {
            Call call =
                    TestCalls.direct(ANN, requireNonNull(endpoints.get(ANN)), BEN, requireNonNull(endpoints.get(BEN)));
            legs.values().forEach(leg -> leg.update(call));
            return call;
        }

        DirectLeg leg(UUID account) {
            return requireNonNull(legs.get(account));
        }

        List<LegState> states() {
            return legs.values().stream().map(leg -> leg.state().get()).toList();
        }

        void pass(int milliseconds) {
            loop.pass(Duration.ofMillis(milliseconds));
        }

        private Asking asking(UUID from) {
            long[] last = {0};
            return new Asking() {
                @Override
                public <R extends CallReply> CompletableFuture<R> ask(CallRequest request, Class<R> answer) {
                    if (!line) {
                        return CompletableFuture.failedFuture(new ApiException(ApiException.UNREACHABLE));
                    }
                    if (request instanceof CallRequest.SendSignal said) {
                        Integer latency = latencies.poll();
                        last[0] = Math.max(last[0], loop.now() + (latency == null ? 10 : latency));
                        loop.after(
                                Duration.ofMillis(last[0] - loop.now()), () -> deliver(from, said.to(), said.signal()));
                        return CompletableFuture.completedFuture(answer.cast(new CallReply.Done()));
                    }
                    return CompletableFuture.completedFuture(answer.cast(new CallReply.IceServers(List.of())));
                }
            };
        }

        private void deliver(UUID from, UUID to, Signal signal) {
            endpoints.forEach((account, endpoint) -> {
                if (endpoint.equals(to)) {
                    leg(account).happened(new CallEvent.Signalled(requireNonNull(endpoints.get(from)), signal));
                }
            });
        }
    }

    private Pair pair = new Pair();

    private void connected() {
        pair.enter(ANN, A, false);
        pair.enter(BEN, B, true);
        pair.pass(100);
        pair.tell();
        pair.pass(500);
        assertEquals(BOTH_CONNECTED, pair.states());
    }

    @Test
    void connectsWhoWaitsWithWhoComes() {
        connected();
        assertEquals(Set.of(BEN), pair.leg(ANN).remote().get().keySet());
    }

    @Test
    void saysNothingBeforeSomebodyAnswered() {
        pair.enter(ANN, A, false);
        pair.enter(BEN, B, true);
        pair.pass(10_000);
        assertEquals(List.of(LegState.WAITING, LegState.WAITING), pair.states());
        assertEquals(List.of(), pair.noWay);
    }

    @Test
    void carriesEachTrackOnItsOwnLineAlsoThoseThatComeLater() {
        connected();
        LocalTrack camera = new FakeTrack(MediaKind.VIDEO, "camera");
        LocalTrack screen = new FakeTrack(MediaKind.VIDEO, null);
        pair.leg(ANN).send(new SentTracks(null, camera, screen));
        pair.pass(20);
        List<@Nullable LocalTrack> wanted = Arrays.asList(null, camera, screen, null);
        assertTrue(pair.air.peers().stream().anyMatch(peer -> sent(peer).equals(wanted)));
        for (FakePeer peer : pair.air.peers()) {
            assertEquals(
                    Collections.nCopies(4, Direction.SEND_RECEIVE),
                    peer.sentLines().stream().map(FakePeer.FakeLine::direction).toList());
        }
        pair.leg(ANN).send(SentTracks.NONE);
        pair.pass(20);
        List<@Nullable LocalTrack> nothing = Collections.nCopies(4, null);
        assertTrue(pair.air.peers().stream().allMatch(peer -> sent(peer).equals(nothing)));
    }

    @Test
    void meetsARestartedProgramLikeANewOne() {
        connected();
        pair.enter(BEN, B, true);
        pair.tell();
        pair.pass(500);
        assertEquals(BOTH_CONNECTED, pair.states());
        pair.enter(ANN, A, true);
        pair.tell();
        pair.pass(500);
        assertEquals(BOTH_CONNECTED, pair.states());
    }

    @Test
    void followsAPersonToAnotherDevice() {
        connected();
        pair.enter(BEN, C, true);
        pair.tell();
        pair.pass(500);
        assertEquals(BOTH_CONNECTED, pair.states());
    }

    @Test
    void looksForAnotherWayWhenOneIsLost() {
        connected();
        pair.air.cut();
        pair.pass(10);
        assertEquals(List.of(LegState.LOST, LegState.LOST), pair.states());
        pair.air.clear();
        pair.pass(1_000);
        assertEquals(List.of(LegState.LOST, LegState.LOST), pair.states());
        pair.pass(5_000);
        assertEquals(BOTH_CONNECTED, pair.states());
        assertEquals(List.of(), pair.noWay);
    }

    @Test
    void saysSoWhenThereIsNoWayAtFirst() {
        pair.air.cut();
        pair.enter(ANN, A, false);
        pair.enter(BEN, B, true);
        pair.tell();
        pair.pass(7_900);
        assertEquals(List.of(), pair.noWay);
        pair.pass(200);
        assertEquals(List.of(ANN, BEN), pair.noWay);
        pair.air.clear();
        pair.pass(8_000);
        assertEquals(BOTH_CONNECTED, pair.states());
    }

    @Test
    void makesGoodWhatWasLostWithTheLine() {
        pair.line = false;
        pair.enter(ANN, A, false);
        pair.enter(BEN, B, true);
        Call call = pair.tell();
        pair.pass(2_000);
        assertEquals(List.of(LegState.CONNECTING, LegState.CONNECTING), pair.states());
        pair.line = true;
        pair.legs.values().forEach(leg -> leg.lineBack(call));
        pair.pass(1_000);
        assertEquals(BOTH_CONNECTED, pair.states());
    }

    @Test
    void beginsAgainByItselfWhereAnOfferOrItsAnswerGotLost() {
        pair.line = false;
        pair.enter(ANN, A, false);
        pair.enter(BEN, B, true);
        pair.tell();
        pair.pass(1_000);
        pair.line = true;
        pair.pass(2_000);
        assertEquals(BOTH_CONNECTED, pair.states());
        pair.enter(BEN, C, true);
        pair.tell();
        pair.pass(15);
        pair.line = false;
        pair.pass(100);
        pair.line = true;
        pair.pass(3_000);
        assertEquals(BOTH_CONNECTED, pair.states());
        assertEquals(List.of(), pair.noWay);
    }

    @Test
    void leavesNothingOpen() {
        connected();
        pair.legs.values().forEach(DirectLeg::close);
        pair.pass(20_000);
        assertEquals(List.of(), pair.air.peers());
        assertEquals(List.of(), pair.noWay);
    }

    @Property(tries = 100)
    void connectsWhoeverOffersInWhicheverOrderItArrives(
            @ForAll boolean one,
            @ForAll boolean swap,
            @ForAll boolean both,
            @ForAll @Size(max = 12) List<@IntRange(max = 400) Integer> latencies) {
        pair = new Pair();
        pair.latencies.addAll(latencies);
        pair.enter(ANN, swap ? B : A, one || both);
        pair.enter(BEN, swap ? A : B, !one || both);
        pair.tell();
        pair.pass(7_000);
        assertEquals(BOTH_CONNECTED, pair.states());
        // Both lose the way at once, and both look for another.
        pair.latencies.clear();
        pair.latencies.addAll(latencies.reversed());
        pair.air.cut();
        pair.air.clear();
        pair.pass(11_000);
        assertEquals(BOTH_CONNECTED, pair.states());
    }

    private static List<@Nullable LocalTrack> sent(FakePeer peer) {
        List<@Nullable LocalTrack> tracks = new ArrayList<>();
        peer.sentLines().forEach(line -> tracks.add(line.sent()));
        return tracks;
    }
}
