package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.chatcall.desktop.media.MediaEngine.MicrophoneWish;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A machine without a sound system: calls go on, with nothing said and nothing heard. */
final class NoSound implements Sound {
    private final AudioDeviceModuleBase module = new HeadlessAudioDeviceModule();

    @Override
    public AudioDeviceModuleBase module() {
        return module;
    }

    @Override
    public boolean missing() {
        return true;
    }

    @Override
    public List<MediaDevice> microphones() {
        return List.of();
    }

    @Override
    public List<MediaDevice> speakers() {
        return List.of();
    }

    @Override
    public AudioTrackSource microphone(PeerConnectionFactory factory, MicrophoneWish wish) {
        throw new MediaException(Problem.MISSING, "no sound system");
    }

    @Override
    public void useSpeaker(@Nullable String id) {}

    @Override
    public void test(@Nullable String speakerId) {
        throw new MediaException(Problem.MISSING, "no sound system");
    }

    @Override
    public Runnable measure(@Nullable String microphoneId, Meter meter) {
        return () -> {};
    }
}
