package dev.chatcall.desktop.media;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.IceServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The machine of a test: what is on it, and what was asked of it. */
public final class FakeEngine implements MediaEngine {
    /** Why the next microphones, cameras and screens are refused; null: they are given. */
    public @Nullable Problem noMicrophone;

    public @Nullable Problem noCamera;
    public @Nullable Problem noScreen;
    /** Devices that are not there, by id. */
    public final Set<String> gone = new HashSet<>();

    public final List<FakeTrack> given = new ArrayList<>();
    public final List<MicrophoneWish> wishes = new ArrayList<>();
    public final List<String> speakers = new ArrayList<>();
    public Inventory inventory = new Inventory(List.of(), List.of(), List.of(), false, true, true);
    public double level;
    public boolean closed;

    private final Loop loop;
    private final Air air;
    private final List<Runnable> listeners = new ArrayList<>();

    public FakeEngine(Loop loop, Air air) {
        this.loop = loop;
        this.air = air;
    }

    /** A device came or went. */
    public void change(Inventory now) {
        inventory = now;
        List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public CompletableFuture<Inventory> devices() {
        return later(inventory);
    }

    @Override
    public Subscription onDevicesChanged(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletableFuture<LocalTrack> microphone(MicrophoneWish wish) {
        wishes.add(wish);
        return open(MediaKind.AUDIO, wish.deviceId(), noMicrophone);
    }

    @Override
    public CompletableFuture<LocalTrack> camera(@Nullable String deviceId) {
        return open(MediaKind.VIDEO, deviceId, noCamera);
    }

    @Override
    public CompletableFuture<LocalTrack> screen() {
        return open(MediaKind.VIDEO, null, noScreen);
    }

    @Override
    public CompletableFuture<Void> useSpeaker(@Nullable String deviceId) {
        speakers.add(String.valueOf(deviceId));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> testSound(@Nullable String speakerId) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Loudness loudness(LocalTrack microphone) {
        return new Loudness() {
            @Override
            public double level() {
                return level;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Peer connect(List<IceServer> servers, PeerListener listener) {
        return new FakePeer(loop, air, listener);
    }

    @Override
    public void close() {
        closed = true;
    }

    private CompletableFuture<LocalTrack> open(MediaKind kind, @Nullable String id, @Nullable Problem refusal) {
        Problem problem = refusal == null && id != null && gone.contains(id) ? Problem.MISSING : refusal;
        CompletableFuture<LocalTrack> opened = new CompletableFuture<>();
        loop.execute(() -> {
            if (problem != null) {
                opened.completeExceptionally(new MediaException(problem, "as the test wished"));
                return;
            }
            FakeTrack track = new FakeTrack(kind, id);
            given.add(track);
            opened.complete(track);
        });
        return opened;
    }

    private <T> CompletableFuture<T> later(T value) {
        CompletableFuture<T> told = new CompletableFuture<>();
        loop.execute(() -> told.complete(value));
        return told;
    }
}
