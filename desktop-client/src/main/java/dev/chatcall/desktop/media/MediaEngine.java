package dev.chatcall.desktop.media;

import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.IceServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What calls need of the machine: devices, and connections that carry media. Called on the core's loop, and never blocks
 * it: futures complete and listeners are called on the loop, later. Futures fail with {@link MediaException} alone. What
 * comes of others is heard at once on the chosen speaker; it need not be played.
 */
public interface MediaEngine extends AutoCloseable {
    /** What there is now. Never fails: where a system does not answer in time, its devices are missing. */
    CompletableFuture<Inventory> devices();

    /** Called when a device came or went. */
    Subscription onDevicesChanged(Runnable listener);

    /** Opens a microphone; one at a time is in use, so an earlier track hears by the newer wish too. */
    CompletableFuture<LocalTrack> microphone(MicrophoneWish wish);

    /** @param deviceId null: the first there is */
    CompletableFuture<LocalTrack> camera(@Nullable String deviceId);

    /** The whole screen. */
    CompletableFuture<LocalTrack> screen();

    /** Where everything is heard from here on. @param deviceId null: the system's */
    CompletableFuture<Void> useSpeaker(@Nullable String deviceId);

    /** Plays a short sound. Fails where there is no sound. @param speakerId null: the system's */
    CompletableFuture<Void> testSound(@Nullable String speakerId);

    /** Measures a microphone without a call. Hears nothing, rather than failing, where there is none. */
    Loudness loudness(LocalTrack microphone);

    /** A new connection, by the rules of JSEP with unified plan and everything in one bundle. */
    Peer connect(List<IceServer> servers, PeerListener listener);

    /** Lets go of everything. */
    @Override
    void close();

    /**
     * @param soundMissing this system has no sound at all
     * @param soundChoosable microphone and speaker can be chosen here; otherwise the system alone decides
     * @param canShareScreen there is a display to capture
     */
    record Inventory(
            List<MediaDevice> microphones,
            List<MediaDevice> cameras,
            List<MediaDevice> speakers,
            boolean soundMissing,
            boolean soundChoosable,
            boolean canShareScreen) {
        public static final Inventory NONE = new Inventory(List.of(), List.of(), List.of(), true, true, false);
    }

    record MediaDevice(String id, String label) {}

    /** @param deviceId null: the system's */
    record MicrophoneWish(
            @Nullable String deviceId, boolean noiseSuppression, boolean echoCancellation, boolean gainControl) {}

    /** Measures until it is closed. */
    interface Loudness extends AutoCloseable {
        /** 0 to 1 */
        double level();

        @Override
        void close();
    }
}
