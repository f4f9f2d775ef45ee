package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The library's own choice of devices. It knows them by their descriptor, so where they have none, as with PulseAudio, it
 * takes the system's whatever it is told.
 */
final class LibraryRoutes implements Routes {
    private final AudioDeviceModule module;
    private final boolean choosable;
    private boolean recording;
    private @Nullable String microphone;
    private @Nullable String speaker;

    LibraryRoutes(AudioDeviceModule module) {
        this.module = module;
        choosable = module.getPlayoutDevices().stream()
                .noneMatch(device -> descriptorOf(device).isBlank());
    }

    @Override
    public boolean choosable() {
        return choosable;
    }

    @Override
    public List<MediaDevice> microphones() {
        return shown(module.getRecordingDevices());
    }

    @Override
    public List<MediaDevice> speakers() {
        return shown(module.getPlayoutDevices());
    }

    @Override
    public void useMicrophone(@Nullable String id) {
        if (recording && Objects.equals(microphone, id)) {
            return;
        }
        AudioDevice device = find(module.getRecordingDevices(), id);
        // Where it records already, it goes on with the other one; else the first connection that sends begins it.
        if (recording) {
            module.stopRecording();
            module.setRecordingDevice(device);
            module.initRecording();
            module.startRecording();
        } else {
            module.setRecordingDevice(device);
        }
        recording = true;
        microphone = id;
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
    public void begun() {}

    /** The first is the system's own choice, and all there is where one cannot choose. */
    private AudioDevice find(List<AudioDevice> all, @Nullable String id) {
        if (id == null || !choosable) {
            return all.getFirst();
        }
        return all.stream()
                .filter(device -> descriptorOf(device).equals(id))
                .findFirst()
                .orElseThrow(() -> new MediaException(Problem.MISSING, id));
    }

    /** Without those that stand for another of the list; of those that cannot be chosen the one that is used. */
    private List<MediaDevice> shown(List<AudioDevice> all) {
        if (!choosable) {
            return all.stream()
                    .limit(1)
                    .map(device -> new MediaDevice(device.getName(), device.getName()))
                    .toList();
        }
        return all.stream()
                .filter(device -> !device.getName().startsWith("default")
                        && !descriptorOf(device).equals("default")
                        && !descriptorOf(device).equals("communications"))
                .map(device -> new MediaDevice(descriptorOf(device), device.getName()))
                .toList();
    }

    private static String descriptorOf(AudioDevice device) {
        return Objects.requireNonNullElse(device.getDescriptor(), "");
    }
}
