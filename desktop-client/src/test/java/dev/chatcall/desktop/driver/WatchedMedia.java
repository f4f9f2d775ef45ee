package dev.chatcall.desktop.driver;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.Peer;
import dev.chatcall.desktop.media.PeerListener;
import dev.chatcall.desktop.media.Stat;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.IceServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An engine whose connections can be asked what they receive. */
final class WatchedMedia implements MediaEngine {
    private static final int WITHIN_SECONDS = 10;

    private final MediaEngine engine;
    private final Loop loop;
    private final List<Peer> peers = new CopyOnWriteArrayList<>();

    WatchedMedia(MediaEngine engine, Loop loop) {
        this.engine = engine;
        this.loop = loop;
    }

    /**
     * What one line has received until now.
     *
     * @param line the same of the same line each time
     * @param kind audio or video
     * @param frames pictures that were decoded
     * @param energy of the sound that was decoded
     */
    record Received(String line, String kind, long packets, long frames, double energy) {}

    /** From any thread but the loop. Connections that are closed have none. */
    List<Received> received() {
        List<Received> all = new ArrayList<>();
        for (int at = 0; at < peers.size(); at++) {
            int peer = at;
            statsOf(peers.get(at)).stream()
                    .filter(stat -> stat.type().equals("inbound-rtp"))
                    .map(stat -> of(peer, stat))
                    .forEach(all::add);
        }
        return all;
    }

    private List<Stat> statsOf(Peer peer) {
        return CompletableFuture.supplyAsync(peer::stats, loop)
                .thenCompose(stats -> stats)
                .completeOnTimeout(List.of(), WITHIN_SECONDS, TimeUnit.SECONDS)
                .exceptionally(closed -> List.of())
                .join();
    }

    private static Received of(int peer, Stat stat) {
        return new Received(
                peer + ":" + stat.text("mid"),
                Objects.requireNonNullElse(stat.text("kind"), ""),
                number(stat, "packetsReceived"),
                number(stat, "framesDecoded"),
                Objects.requireNonNullElse(stat.number("totalAudioEnergy"), 0.0));
    }

    private static long number(Stat stat, String field) {
        Double value = stat.number(field);
        return value == null ? 0 : value.longValue();
    }

    @Override
    public Peer connect(List<IceServer> servers, PeerListener listener) {
        Peer peer = engine.connect(servers, listener);
        peers.add(peer);
        return peer;
    }

    @Override
    public CompletableFuture<Inventory> devices() {
        return engine.devices();
    }

    @Override
    public Subscription onDevicesChanged(Runnable listener) {
        return engine.onDevicesChanged(listener);
    }

    @Override
    public CompletableFuture<LocalTrack> microphone(MicrophoneWish wish) {
        return engine.microphone(wish);
    }

    @Override
    public CompletableFuture<LocalTrack> camera(@Nullable String deviceId) {
        return engine.camera(deviceId);
    }

    @Override
    public CompletableFuture<LocalTrack> screen() {
        return engine.screen();
    }

    @Override
    public CompletableFuture<Void> useSpeaker(@Nullable String deviceId) {
        return engine.useSpeaker(deviceId);
    }

    @Override
    public CompletableFuture<Void> testSound(@Nullable String speakerId) {
        return engine.testSound(speakerId);
    }

    @Override
    public Loudness loudness(LocalTrack microphone) {
        return engine.loudness(microphone);
    }

    @Override
    public void close() {
        engine.close();
    }
}
