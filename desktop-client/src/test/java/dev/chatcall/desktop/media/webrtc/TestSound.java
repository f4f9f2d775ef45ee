package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.chatcall.desktop.media.MediaEngine.MicrophoneWish;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A microphone that hums 440 Hz, and no speaker: what comes in is counted, not heard. */
final class TestSound implements Sound {
    private static final int RATE = 48_000;
    private static final int SAMPLES = RATE / 100;

    private final AudioDeviceModuleBase module = new AudioDeviceModule(AudioLayer.kDummyAudio);
    private final ScheduledExecutorService hum = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("hum").factory());

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
        return List.of(new MediaDevice("hum", "Humming microphone"));
    }

    @Override
    public List<MediaDevice> speakers() {
        return List.of(new MediaDevice("nothing", "Speaker that nobody hears"));
    }

    @Override
    public AudioTrackSource microphone(PeerConnectionFactory factory, MicrophoneWish wish) {
        CustomAudioSource source = new CustomAudioSource();
        long[] position = {0};
        hum.scheduleAtFixedRate(
                () -> source.pushAudio(tone(position), 16, RATE, 1, SAMPLES), 0, 10, TimeUnit.MILLISECONDS);
        return source;
    }

    @Override
    public void useSpeaker(@Nullable String id) {}

    @Override
    public void test(@Nullable String speakerId) {}

    @Override
    public Runnable measure(@Nullable String microphoneId, Meter meter) {
        byte[] tone = tone(new long[1]);
        meter.hear(tone, tone.length);
        return () -> {};
    }

    private static byte[] tone(long[] position) {
        byte[] samples = new byte[SAMPLES * 2];
        for (int i = 0; i < SAMPLES; i++) {
            short value = (short) (8_000 * Math.sin(2 * Math.PI * 440 * position[0]++ / RATE));
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >> 8);
        }
        return samples;
    }
}
