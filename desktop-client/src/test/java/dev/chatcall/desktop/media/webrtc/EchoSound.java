package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.chatcall.desktop.media.MediaEngine.MicrophoneWish;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A speaker that nobody hears beside a microphone that hears it: the library's headless module records what it plays. So
 * what comes in is decoded, and goes back to whom it came from.
 */
final class EchoSound implements Sound {
    private final AudioDeviceModuleBase module = new HeadlessAudioDeviceModule();

    @Override
    public AudioDeviceModuleBase module() {
        return module;
    }

    @Override
    public boolean missing() {
        return false;
    }

    @Override
    public List<MediaDevice> microphones() {
        return List.of(new MediaDevice("echo", "Microphone before the speaker"));
    }

    @Override
    public List<MediaDevice> speakers() {
        return List.of(new MediaDevice("nothing", "Speaker that nobody hears"));
    }

    /** Never with what takes out an echo: nothing would be left. */
    @Override
    public AudioTrackSource microphone(PeerConnectionFactory factory, MicrophoneWish wish) {
        AudioOptions options = new AudioOptions();
        options.echoCancellation = false;
        options.noiseSuppression = false;
        options.autoGainControl = false;
        options.highpassFilter = false;
        return factory.createAudioSource(options);
    }

    @Override
    public void useSpeaker(@Nullable String id) {}

    @Override
    public void test(@Nullable String speakerId) {}

    @Override
    public Runnable measure(@Nullable String microphoneId, Meter meter) {
        return () -> {};
    }
}
