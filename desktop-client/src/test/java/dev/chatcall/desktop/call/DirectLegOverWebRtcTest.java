package dev.chatcall.desktop.call;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatcall.desktop.loop.ThreadLoop;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.MediaEngine.MicrophoneWish;
import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.media.webrtc.TestEngines;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two real connections of this machine to itself. */
@Tag("media")
class DirectLegOverWebRtcTest {
    private static final UUID ANN = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final UUID ANNS_DEVICE = new UUID(1, 1);
    private static final UUID BENS_DEVICE = new UUID(1, 2);

    private final ThreadLoop loop = new ThreadLoop(Clock.systemUTC());
    private final Map<UUID, DirectLeg> legs = new ConcurrentHashMap<>();
    private MediaEngine anns = TestEngines.humming(loop);
    private MediaEngine bens = TestEngines.silent(loop);

    @BeforeEach
    void bothEnter() {
        onLoop(() -> {
            enter(anns, ANN, ANNS_DEVICE, false);
            enter(bens, BEN, BENS_DEVICE, true);
            tell();
            return null;
        });
        await(() -> state(ANN) == LegState.CONNECTED && state(BEN) == LegState.CONNECTED);
    }

    @AfterEach
    void allLeave() {
        onLoop(() -> {
            legs.values().forEach(DirectLeg::close);
            anns.close();
            bens.close();
            return null;
        });
        loop.close();
    }

    @Test
    void picturesOfCameraAndScreenComeOnTheirOwnLines() {
        LocalTrack camera = anns.camera(null).join();
        LocalTrack screen = anns.screen().join();
        onLoop(() -> {
            leg(ANN).send(new SentTracks(null, camera, screen));
            return null;
        });
        RemoteMedia media = requireNonNull(leg(BEN).remote().get().get(ANN));
        Seen seenCamera = new Seen(requireNonNull(media.camera()));
        Seen seenScreen = new Seen(requireNonNull(media.screen()));
        await(() -> seenCamera.frames.get() > 20 && seenScreen.frames.get() > 3);
        assertTrue(seenCamera.width.get() <= 640, "the camera's picture");
        assertEquals(800, seenScreen.width.get(), "the screen's picture");
        onLoop(() -> {
            leg(ANN).send(SentTracks.NONE);
            camera.stop();
            screen.stop();
            return null;
        });
        await(() -> seenCamera.stands() && seenScreen.stands());
    }

    @Test
    void whoSpeaksIsHeardAndMutedIsSilent() {
        LocalTrack hum =
                anns.microphone(new MicrophoneWish(null, true, true, true)).join();
        onLoop(() -> {
            leg(ANN).send(new SentTracks(hum, null, null));
            return null;
        });
        await(() -> leg(BEN).speaking().get().contains(ANN));
        Sample before = requireNonNull(leg(BEN).samples().join().get(ANN));
        await(() -> requireNonNull(leg(BEN).samples().join().get(ANN)).packetsIn() > before.packetsIn() + 20);
        assertEquals("opus", requireNonNull(leg(BEN).samples().join().get(ANN)).audioCodec());
        onLoop(() -> {
            hum.setEnabled(false);
            return null;
        });
        await(() -> leg(BEN).speaking().get().isEmpty());
    }

    @Test
    void aRestartedDeviceIsMetLikeANewOne() {
        onLoop(() -> {
            leg(BEN).close();
            enter(bens, BEN, BENS_DEVICE, true);
            tell();
            return null;
        });
        await(() -> state(BEN) == LegState.CONNECTED);
        LocalTrack camera = anns.camera(null).join();
        onLoop(() -> {
            leg(ANN).send(new SentTracks(null, camera, null));
            return null;
        });
        Seen seen = new Seen(
                requireNonNull(requireNonNull(leg(BEN).remote().get().get(ANN)).camera()));
        await(() -> seen.frames.get() > 5);
    }

    @Test
    void anotherWayIsFoundWhileMediaFlows() {
        LocalTrack camera = anns.camera(null).join();
        onLoop(() -> {
            leg(ANN).send(new SentTracks(null, camera, null));
            return null;
        });
        Seen seen = new Seen(
                requireNonNull(requireNonNull(leg(BEN).remote().get().get(ANN)).camera()));
        await(() -> seen.frames.get() > 5);
        onLoop(() -> {
            // Both at once: one gives way.
            leg(ANN).networkChanged();
            leg(BEN).networkChanged();
            return null;
        });
        int before = seen.frames.get();
        await(() -> seen.frames.get() > before + 60
                && state(ANN) == LegState.CONNECTED
                && state(BEN) == LegState.CONNECTED);
    }

    private void enter(MediaEngine engine, UUID account, UUID endpoint, boolean offers) {
        Asking asking = new Asking() {
            @Override
            public <R extends CallReply> CompletableFuture<R> ask(CallRequest request, Class<R> answer) {
                if (request instanceof CallRequest.SendSignal signal) {
                    UUID to = signal.to().equals(ANNS_DEVICE) ? ANN : BEN;
                    loop.execute(() -> leg(to).happened(new CallEvent.Signalled(endpoint, signal.signal())));
                    return CompletableFuture.completedFuture(answer.cast(new CallReply.Done()));
                }
                return CompletableFuture.completedFuture(answer.cast(new CallReply.IceServers(List.of())));
            }
        };
        legs.put(
                account,
                new DirectLeg(
                        new DirectLeg.Surroundings(loop, engine, asking, account, endpoint, List.of(), () -> {}),
                        offers));
    }

    private void tell() {
        Call call = TestCalls.direct(ANN, ANNS_DEVICE, BEN, BENS_DEVICE);
        legs.values().forEach(leg -> leg.update(call));
    }

    private DirectLeg leg(UUID account) {
        return requireNonNull(legs.get(account));
    }

    private LegState state(UUID account) {
        return leg(account).state().get();
    }

    private <T> T onLoop(java.util.function.Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, loop).join();
    }

    /** Looks again and again, for half a minute at the most. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        CompletableFuture<Void> never = new CompletableFuture<>();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not happen");
            never.copy().completeOnTimeout(null, 50, TimeUnit.MILLISECONDS).join();
        }
    }

    /** Counts the pictures of a source. */
    private static final class Seen {
        private final AtomicInteger frames = new AtomicInteger();
        private final AtomicInteger width = new AtomicInteger();
        private int last = -1;

        private Seen(VideoSource source) {
            source.watch((frame, rotation) -> {
                frames.incrementAndGet();
                width.set(frame.width());
            });
        }

        private boolean stands() {
            int before = last;
            last = frames.get();
            return before == last;
        }
    }
}
