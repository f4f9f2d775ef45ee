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
    private boolean recording;
    private @Nullable String microphone;
    private @Nullable String speaker;

    private SystemSound(AudioDeviceModule module) {
        this.module = module;
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
    public List<MediaDevice> microphones() {
        return choosable(module.getRecordingDevices());
    }

    @Override
    public List<MediaDevice> speakers() {
        return choosable(module.getPlayoutDevices());
    }

    @Override
    public AudioTrackSource microphone(PeerConnectionFactory factory, MicrophoneWish wish) {
        List<AudioDevice> all = module.getRecordingDevices();
        if (all.isEmpty()) {
            throw new MediaException(Problem.MISSING, "no microphone");
        }
        if (!recording || !Objects.equals(microphone, wish.deviceId())) {
            useMicrophone(find(all, wish.deviceId()));
            recording = true;
            microphone = wish.deviceId();
        }
        AudioOptions options = new AudioOptions();
        options.noiseSuppression = wish.noiseSuppression();
        options.echoCancellation = wish.echoCancellation();
        options.autoGainControl = wish.gainControl();
        options.highpassFilter = wish.noiseSuppression();
        return factory.createAudioSource(options);
    }

    @Override
    public void useSpeaker(@Nullable String id) {
        List<AudioDevice> all = module.getPlayoutDevices();
        if (all.isEmpty() || Objects.equals(speaker, id)) {
            return;
        }
        module.stopPlayout();
        module.setPlayoutDevice(find(all, id));
        module.initPlayout();
        module.startPlayout();
        speaker = id;
    }

    @Override
    public void test(@Nullable String speakerId) {
        AudioDeviceModule own = new AudioDeviceModule();
        try {
            List<AudioDevice> all = own.getPlayoutDevices();
            if (all.isEmpty()) {
                throw new MediaException(Problem.MISSING, "no speaker");
            }
            own.setPlayoutDevice(find(all, speakerId));
            Chime chime = new Chime();
            own.setAudioSource(chime);
            own.initPlayout();
            own.startPlayout();
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
        return () -> {
            own.stopRecording();
            own.dispose();
        };
    }

    private void useMicrophone(AudioDevice device) {
        // Where it records already, it goes on with the other one; else the first connection that sends begins it.
        if (recording) {
            module.stopRecording();
            module.setRecordingDevice(device);
            module.initRecording();
            module.startRecording();
        } else {
            module.setRecordingDevice(device);
        }
    }

    /** The first is the system's own choice. */
    private static AudioDevice find(List<AudioDevice> all, @Nullable String id) {
        if (id == null) {
            return all.getFirst();
        }
        return all.stream()
                .filter(device -> idOf(device).equals(id))
                .findFirst()
                .orElseThrow(() -> new MediaException(Problem.MISSING, id));
    }

    /** Without those that stand for another of the list. */
    private static List<MediaDevice> choosable(List<AudioDevice> all) {
        return all.stream()
                .filter(device -> !device.getName().startsWith("default")
                        && !idOf(device).equals("default")
                        && !idOf(device).equals("communications"))
                .map(device -> new MediaDevice(idOf(device), device.getName()))
                .toList();
    }

    /** With PulseAudio they have a name alone. */
    private static String idOf(AudioDevice device) {
        String descriptor = device.getDescriptor();
        return descriptor == null || descriptor.isBlank() ? device.getName() : descriptor;
    }
}
