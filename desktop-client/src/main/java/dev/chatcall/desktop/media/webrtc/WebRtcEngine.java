package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.chatcall.desktop.media.MediaKind;
import dev.chatcall.desktop.media.Peer;
import dev.chatcall.desktop.media.PeerListener;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.IceServer;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The media engine of this program. Nothing of the library is loaded before it is first asked for something. */
public final class WebRtcEngine implements MediaEngine {
    private final MediaThread thread;
    private final Library library;
    private final DeviceWatch watch;

    /**
     * @param openSound finds the machine's sound, once, on the media thread
     * @param openCapture finds its cameras and screen, likewise
     */
    WebRtcEngine(Loop loop, Supplier<Sound> openSound, Supplier<Capture> openCapture) {
        thread = new MediaThread(loop);
        library = new Library(openSound, openCapture);
        watch = new DeviceWatch(thread, library);
    }

    /** With what this machine has. Never fails, and never ends the program: what is missing is told by {@link #devices}. */
    public static WebRtcEngine ofThisMachine(Loop loop) {
        return new WebRtcEngine(loop, SystemSound::open, SystemCapture::new);
    }

    @Override
    public CompletableFuture<Inventory> devices() {
        return watch.look();
    }

    @Override
    public Subscription onDevicesChanged(Runnable listener) {
        return watch.onChange(listener);
    }

    @Override
    public CompletableFuture<LocalTrack> microphone(MicrophoneWish wish) {
        return thread.call(() -> {
            AudioTrackSource source = library.sound().microphone(library.factory(), wish);
            MediaStreamTrack track = library.factory().createAudioTrack(newId(), source);
            return opened(new RtcTrack(thread, track, wish.deviceId(), labelOf(wish.deviceId()), 0, () -> {}));
        });
    }

    @Override
    public CompletableFuture<LocalTrack> camera(@Nullable String deviceId) {
        return thread.call(() -> opened(library.capture().camera(deviceId)));
    }

    @Override
    public CompletableFuture<LocalTrack> screen() {
        return thread.call(() -> opened(library.capture().screen()));
    }

    @Override
    public CompletableFuture<Void> useSpeaker(@Nullable String deviceId) {
        return thread.call(() -> {
            library.sound().useSpeaker(deviceId);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> testSound(@Nullable String speakerId) {
        CompletableFuture<Void> played = new CompletableFuture<>();
        thread.call(library::sound)
                .whenCompleteAsync(
                        (sound, failure) -> play(played, sound, failure, speakerId),
                        thread.loop().background());
        return played;
    }

    @Override
    public Loudness loudness(LocalTrack microphone) {
        Meter meter = new Meter();
        CompletableFuture<Runnable> stop = thread.call(() -> library.sound().measure(microphone.deviceId(), meter));
        meter.onClose(() -> stop.thenAccept(thread::execute));
        return meter;
    }

    @Override
    public Peer connect(List<IceServer> servers, PeerListener listener) {
        return new RtcPeer(library, thread, servers, listener);
    }

    @Override
    public void close() {
        watch.close();
        thread.execute(library::close);
        thread.close();
    }

    private LocalTrack opened(Capture.Captured captured) {
        MediaStreamTrack track = library.factory().createVideoTrack(newId(), captured.source());
        return opened(
                new RtcTrack(thread, track, captured.deviceId(), captured.label(), captured.pixels(), captured.stop()));
    }

    private LocalTrack opened(RtcTrack track) {
        thread.loop().execute(() -> watch.inUse(track));
        return track;
    }

    private String labelOf(@Nullable String microphoneId) {
        List<MediaDevice> all = library.sound().microphones();
        return all.stream()
                .filter(device -> microphoneId == null || device.id().equals(microphoneId))
                .map(MediaDevice::label)
                .findFirst()
                .orElse("");
    }

    private void play(
            CompletableFuture<Void> played,
            @Nullable Sound sound,
            @Nullable Throwable failure,
            @Nullable String speakerId) {
        try {
            if (sound == null) {
                throw new MediaException(Problem.MISSING, String.valueOf(failure));
            }
            sound.test(speakerId);
            thread.loop().execute(() -> played.complete(null));
        } catch (Throwable refused) {
            thread.fail(played, refused);
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    static boolean isSound(LocalTrack track) {
        return track.kind() == MediaKind.AUDIO;
    }
}
