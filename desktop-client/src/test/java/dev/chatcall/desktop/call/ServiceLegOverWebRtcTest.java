package dev.chatcall.desktop.call;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chatcall.desktop.loop.ThreadLoop;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.MediaEngine.MicrophoneWish;
import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.media.webrtc.TestEngines;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.PublishedLine;
import dev.chatcall.protocol.call.Track;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two real programs' media through the real media service. Skipped where that is not built, or has no worker. */
@Tag("media")
class ServiceLegOverWebRtcTest {
    private static final UUID ANN = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final UUID ANNS_DEVICE = UUID.randomUUID();
    private static final UUID BENS_DEVICE = UUID.randomUUID();
    private static final UUID ROOM = UUID.randomUUID();
    /** Between the smaller of the camera's two pictures and its own, however much a busy machine takes away. */
    private static final int SMALL_WIDTH = 400;

    private final ThreadLoop loop = new ThreadLoop(Clock.systemUTC());
    private final MediaEngine anns = TestEngines.humming(loop);
    private final MediaEngine bens = TestEngines.silent(loop);
    private final Map<UUID, List<Track>> tracks = new ConcurrentHashMap<>();
    private final Map<UUID, ServiceLeg> legs = new ConcurrentHashMap<>();
    private final List<MediaEvent.LayerWanted> layers = new CopyOnWriteArrayList<>();
    private @Nullable TestService service;

    @BeforeEach
    void bothEnter() throws IOException {
        service = TestService.start(event -> loop.execute(() -> happened(event)));
        assumeTrue(service != null, "The media service cannot run here");
        onLoop(() -> {
            enter(anns, ANN, ANNS_DEVICE);
            enter(bens, BEN, BENS_DEVICE);
        });
        await(() -> state(ANN) == LegState.CONNECTED && state(BEN) == LegState.CONNECTED);
    }

    @AfterEach
    void allLeave() {
        onLoop(() -> {
            legs.values().forEach(ServiceLeg::close);
            anns.close();
            bens.close();
        });
        if (service != null) {
            service.close();
        }
        loop.close();
    }

    @Test
    void soundAndPicturesComeOfEachSourceByItself() {
        LocalTrack hum =
                anns.microphone(new MicrophoneWish(null, true, true, true)).join();
        LocalTrack camera = anns.camera(null).join();
        LocalTrack screen = anns.screen().join();
        send(ANN, new SentTracks(hum, camera, screen));

        Seen seenCamera = new Seen(camera(BEN, ANN));
        Seen seenScreen = new Seen(screen(BEN, ANN));
        await(() -> seenCamera.frames.get() > 20 && seenScreen.frames.get() > 3);
        assertEquals(800, seenScreen.width.get(), "the screen's picture");
        Sample before = sample(BEN, ANN);
        await(() -> sample(BEN, ANN).packetsIn() > before.packetsIn() + 50);
        Sample after = sample(BEN, ANN);
        assertEquals("opus", after.audioCodec());
        assertEquals("VP8", after.videoCodec());
        assertTrue(remote(BEN, ANN).heard());
        assertTrue(sample(ANN, ANN).bytesOut() > 0);
        await(() -> legs(BEN).speaking().get().contains(ANN));
        hum.setEnabled(false);
        send(ANN, new SentTracks(hum, camera, screen));
        await(() -> legs(BEN).speaking().get().isEmpty());
    }

    @Test
    void picturesAreAsLargeAsTheyAreDrawnAndNoLargerAreSent() {
        LocalTrack camera = anns.camera(null).join();
        send(ANN, new SentTracks(null, camera, null));
        Seen seen = new Seen(camera(BEN, ANN));
        draw(BEN, ANN, 1_600);
        await(() -> seen.width.get() > SMALL_WIDTH);
        draw(BEN, ANN, 100);
        await(() -> seen.width.get() < SMALL_WIDTH);
        await(() -> wanted(0));
        draw(BEN, ANN, 0);
        await(() -> wanted(null));
        draw(BEN, ANN, 1_600);
        int before = seen.frames.get();
        await(() -> seen.frames.get() > before && seen.width.get() > SMALL_WIDTH);
    }

    @Test
    void aScreenEndsAndAnotherIsShared() {
        LocalTrack camera = anns.camera(null).join();
        LocalTrack first = anns.screen().join();
        send(ANN, new SentTracks(null, camera, first));
        Seen seenCamera = new Seen(camera(BEN, ANN));
        Seen seenFirst = new Seen(screen(BEN, ANN));
        await(() -> seenFirst.frames.get() > 2);

        send(ANN, new SentTracks(null, camera, null));
        first.stop();
        await(() -> remote(BEN, ANN).screen() == null);
        LocalTrack second = anns.screen().join();
        send(ANN, new SentTracks(null, camera, second));
        Seen seenSecond = new Seen(screen(BEN, ANN));
        await(() -> seenSecond.frames.get() > 2);
        int before = seenCamera.frames.get();
        await(() -> seenCamera.frames.get() > before + 10);
    }

    @Test
    void bothSendAndBothReceive() {
        LocalTrack annsCamera = anns.camera(null).join();
        LocalTrack bensCamera = bens.camera(null).join();
        send(ANN, new SentTracks(null, annsCamera, null));
        send(BEN, new SentTracks(null, bensCamera, null));
        Seen atBen = new Seen(camera(BEN, ANN));
        Seen atAnn = new Seen(camera(ANN, BEN));
        await(() -> atBen.frames.get() > 10 && atAnn.frames.get() > 10);
        await(() -> state(ANN) == LegState.CONNECTED && state(BEN) == LegState.CONNECTED);
    }

    @Test
    void anotherWayIsFoundWhileMediaFlows() {
        LocalTrack camera = anns.camera(null).join();
        send(ANN, new SentTracks(null, camera, null));
        Seen seen = new Seen(camera(BEN, ANN));
        await(() -> seen.frames.get() > 5);
        onLoop(() -> {
            legs(ANN).networkChanged();
            legs(BEN).networkChanged();
        });
        int before = seen.frames.get();
        await(() -> seen.frames.get() > before + 60);
        assertEquals(LegState.CONNECTED, state(ANN));
        assertEquals(LegState.CONNECTED, state(BEN));
    }

    @Test
    void aLostRoomIsOpenedAgainAndEverythingSentAnew() {
        LocalTrack camera = anns.camera(null).join();
        send(ANN, new SentTracks(null, camera, null));
        VideoSource first = camera(BEN, ANN);
        Seen seen = new Seen(first);
        await(() -> seen.frames.get() > 5);

        requireNonNull(service).tell(new MediaCommand.CloseRoom(ROOM)).join();
        onLoop(() -> happened(new MediaEvent.RoomLost(ROOM)));
        await(() -> camera(BEN, ANN) != first);
        Seen again = new Seen(camera(BEN, ANN));
        await(() -> again.frames.get() > 5);
        await(() -> state(ANN) == LegState.CONNECTED && state(BEN) == LegState.CONNECTED);
    }

    @Test
    void aRoomThatWasLostWithoutAWordIsFoundOut() {
        LocalTrack camera = anns.camera(null).join();
        send(ANN, new SentTracks(null, camera, null));
        VideoSource first = camera(BEN, ANN);
        Seen seen = new Seen(first);
        await(() -> seen.frames.get() > 5);

        requireNonNull(service).tell(new MediaCommand.CloseRoom(ROOM)).join();
        onLoop(() -> {
            tracks.clear();
            legs(ANN).lineBack(call());
            legs(BEN).networkChanged();
            tellAll();
        });
        await(() -> camera(BEN, ANN) != first);
        Seen again = new Seen(camera(BEN, ANN));
        await(() -> again.frames.get() > 5);
    }

    private void enter(MediaEngine engine, UUID account, UUID endpoint) {
        Asking asking = new Asking() {
            @Override
            public <R extends CallReply> CompletableFuture<R> ask(CallRequest request, Class<R> answer) {
                CompletableFuture<R> told = new CompletableFuture<>();
                requireNonNull(service)
                        .ask(request)
                        .whenCompleteAsync(
                                (reply, failure) -> {
                                    if (failure != null) {
                                        told.completeExceptionally(failure);
                                        return;
                                    }
                                    noted(account, request, reply);
                                    told.complete(answer.cast(reply));
                                },
                                loop);
                return told;
            }
        };
        legs.put(
                account,
                new ServiceLeg(
                        context(engine, account), asking, new LegMaker.Place(endpoint, List.of()), call(), why -> {}));
    }

    private void noted(UUID account, CallRequest request, CallReply reply) {
        if (request instanceof CallRequest.OpenRoom) {
            tracks.remove(account);
        } else if (request instanceof CallRequest.Publish publish && reply instanceof CallReply.Published published) {
            tracks.put(
                    account,
                    published.tracks().stream()
                            .map(sent -> new Track(
                                    sent.producerId(),
                                    publish.lines().stream()
                                            .filter(line -> line.mid().equals(sent.mid()))
                                            .map(PublishedLine::source)
                                            .findFirst()
                                            .orElseThrow()))
                            .toList());
        } else {
            return;
        }
        loop.execute(this::tellAll);
    }

    private void happened(MediaEvent event) {
        switch (event) {
            case MediaEvent.RoomLost _ -> {
                tracks.clear();
                legs.values().forEach(leg -> leg.happened(new CallEvent.RoomLost()));
                tellAll();
            }
            case MediaEvent.Speaking(var room, var endpoints) -> {
                List<UUID> accounts = endpoints.stream()
                        .map(endpoint -> endpoint.equals(ANNS_DEVICE) ? ANN : BEN)
                        .toList();
                legs.values().forEach(leg -> leg.happened(new CallEvent.Speaking(accounts)));
            }
            case MediaEvent.LayerWanted wanted -> {
                layers.add(wanted);
                UUID of = wanted.endpointId().equals(ANNS_DEVICE) ? ANN : BEN;
                legs(of).happened(new CallEvent.LayerWanted(wanted.producerId(), wanted.spatialLayer()));
            }
        }
    }

    private void tellAll() {
        legs.values().forEach(leg -> leg.update(call()));
    }

    private Call call() {
        return TestCalls.ringing()
                .id(ROOM)
                .answered()
                .route(CallRoute.MEDIA_SERVICE)
                .with(participant(ANN, ANNS_DEVICE), participant(BEN, BENS_DEVICE))
                .call();
    }

    private CallParticipant participant(UUID account, UUID endpoint) {
        CallParticipant joined = TestCalls.joined(account, endpoint);
        return new CallParticipant(
                account, joined.state(), endpoint, true, joined.media(), tracks.getOrDefault(account, List.of()));
    }

    private CallContext context(MediaEngine engine, UUID account) {
        Store<List<Call>> none = new Store<>(List.of());
        return new CallContext(
                loop,
                new NoLine(),
                engine,
                new KeptJson(new Forgetful()),
                UUID::randomUUID,
                account,
                none,
                none,
                id -> () -> {},
                told -> {},
                notice -> {});
    }

    private void send(UUID account, SentTracks sent) {
        onLoop(() -> legs(account).send(sent));
    }

    private void draw(UUID at, UUID whose, int width) {
        onLoop(() -> legs(at).setTileSize(whose.toString(), width));
    }

    private boolean wanted(@Nullable Integer layer) {
        return !layers.isEmpty() && Objects.equals(layers.getLast().spatialLayer(), layer);
    }

    private VideoSource camera(UUID at, UUID whose) {
        await(() -> remote(at, whose).camera() != null);
        return requireNonNull(remote(at, whose).camera());
    }

    private VideoSource screen(UUID at, UUID whose) {
        await(() -> remote(at, whose).screen() != null);
        return requireNonNull(remote(at, whose).screen());
    }

    private RemoteMedia remote(UUID at, UUID whose) {
        return legs(at).remote().get().getOrDefault(whose, RemoteMedia.NONE);
    }

    private Sample sample(UUID at, UUID whose) {
        CompletableFuture<Map<UUID, Sample>> samples = new CompletableFuture<>();
        loop.execute(() -> legs(at).samples().thenAccept(samples::complete));
        return requireNonNull(samples.join().get(whose));
    }

    private ServiceLeg legs(UUID account) {
        return requireNonNull(legs.get(account));
    }

    private LegState state(UUID account) {
        return legs(account).state().get();
    }

    private void onLoop(Runnable task) {
        CompletableFuture.runAsync(task, loop).join();
    }

    /** Looks again and again, for a minute at the most: layers grow with what the line was seen to carry. */
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
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

        private Seen(VideoSource source) {
            source.watch((frame, rotation) -> {
                width.set(frame.width());
                frames.incrementAndGet();
            });
        }
    }

    private static final class NoLine implements CallLine {
        @Override
        public Observable<Boolean> live() {
            return new Store<>(true);
        }

        @Override
        public long clockOffset() {
            return 0;
        }

        @Override
        public boolean send(ClientMessage message) {
            return false;
        }
    }

    private static final class Forgetful implements CallMemory {
        @Override
        public @Nullable String read(String key) {
            return null;
        }

        @Override
        public void write(String key, @Nullable String value) {}
    }
}
