package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.chatcall.desktop.media.MediaEngine.MicrophoneWish;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's sound devices. */
final class SystemSound implements Sound {
    private static final Logger LOG = LoggerFactory.getLogger(SystemSound.class);
    /** A sound server that does not answer for so long does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final AudioDeviceModule module;
    private final Routes routes;

    private SystemSound(AudioDeviceModule module) {
        this.module = module;
        Routes own = new LibraryRoutes(module);
        routes = own.choosable() ? own : PulseRoutes.find().orElse(own);
    }

    /** The system's sound, or none where there is none. Constructing the module finds out; anything else aborts. */
    static Sound open() {
        Optional<AudioDeviceModule> module =
                Patience.ask(PATIENCE, Optional.empty(), () -> Optional.of(new AudioDeviceModule()));
        if (module.isEmpty()) {
            LOG.info("This machine has no sound system");
            return new NoSound();
        }
        return new SystemSound(module.get());
    }

    @Override
    public AudioDeviceModuleBase module() {
        return module;
    }

    @Override
    public boolean missing() {
        return false;
    }

    @Override
    public boolean choosable() {
        return routes.choosable();
    }

    @Override
    public List<MediaDevice> microphones() {
        return routes.microphones();
    }

    @Override
    public List<MediaDevice> speakers() {
        return routes.speakers();
    }

    @Override
    public AudioTrackSource microphone(PeerConnectionFactory factory, MicrophoneWish wish) {
        if (module.getRecordingDevices().isEmpty()) {
            throw new MediaException(Problem.MISSING, "no microphone");
        }
        routes.useMicrophone(wish.deviceId());
        AudioOptions options = new AudioOptions();
        options.noiseSuppression = wish.noiseSuppression();
        options.echoCancellation = wish.echoCancellation();
        options.autoGainControl = wish.gainControl();
        options.highpassFilter = wish.noiseSuppression();
        return factory.createAudioSource(options);
    }

    @Override
    public void useSpeaker(@Nullable String id) {
        routes.useSpeaker(id);
    }

    @Override
    public void begun() {
        routes.begun();
    }

    @Override
    public void test(@Nullable String speakerId) {
        AudioDeviceModule own = new AudioDeviceModule();
        try {
            if (own.getPlayoutDevices().isEmpty()) {
                throw new MediaException(Problem.MISSING, "no speaker");
            }
            own.setPlayoutDevice(find(own.getPlayoutDevices(), speakerId));
            Chime chime = new Chime();
            own.setAudioSource(chime);
            own.initPlayout();
            own.startPlayout();
            routes.begun();
            chime.await();
            own.stopPlayout();
        } finally {
            own.dispose();
        }
    }

    @Override
    public Runnable measure(@Nullable String microphoneId, Meter meter) {
        AudioDeviceModule own = new AudioDeviceModule();
        List<AudioDevice> all = own.getRecordingDevices();
        if (all.isEmpty()) {
            own.dispose();
            return () -> {};
        }
        own.setRecordingDevice(find(all, microphoneId));
        own.setAudioSink(
                (samples, count, bytesPerSample, channels, rate, delay, drift) -> meter.hear(samples, samples.length));
        own.initRecording();
        own.startRecording();
        routes.begun();
        return () -> {
            own.stopRecording();
            own.dispose();
        };
    }

    /** The chosen one where the library can tell them apart, else the system's. */
    private static AudioDevice find(List<AudioDevice> all, @Nullable String id) {
        return all.stream()
                .filter(device -> Objects.equals(device.getDescriptor(), id))
                .findFirst()
                .orElse(all.getFirst());
    }
}
