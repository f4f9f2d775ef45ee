package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.chatcall.desktop.media.webrtc.PulseListing.Entry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Moves this program's sound from device to device through {@code pactl}, which speaks with PulseAudio and with PipeWire:
 * the library always opens what the system has chosen. What plays or records begins there, and is moved at once.
 */
final class PulseRoutes implements Routes {
    /** When to look for sound that has just begun; a connection takes a moment to open the device. */
    private static final int[] LOOK_AFTER_MS = {0, 200, 500, 1_500};

    private static final Way SPEAKER = new Way("sinks", "sink-inputs", "Sink", "move-sink-input");
    private static final Way MICROPHONE = new Way("sources", "source-outputs", "Source", "move-source-output");

    private final Pactl pactl;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sound-routes").factory());
    private volatile @Nullable String speaker;
    private volatile @Nullable String microphone;

    PulseRoutes(Pactl pactl) {
        this.pactl = pactl;
    }

    /**
     * Sound that goes one way.
     *
     * @param devices what {@code pactl list} calls them
     * @param streams what it calls what goes through them
     * @param deviceField where a stream says which device it has
     * @param move the command that gives it another
     */
    private record Way(String devices, String streams, String deviceField, String move) {}

    /** Those of this system; empty where {@code pactl} is missing, or nobody answers it. */
    static Optional<Routes> find() {
        Pactl pactl = new Pactl();
        return pactl.list(SPEAKER.devices).isEmpty() ? Optional.empty() : Optional.of(new PulseRoutes(pactl));
    }

    @Override
    public boolean choosable() {
        return true;
    }

    /** Without those that hear what a speaker plays. */
    @Override
    public List<MediaDevice> microphones() {
        return pactl.list(MICROPHONE.devices).stream()
                .filter(each -> !each.field("Name").endsWith(".monitor"))
                .map(PulseRoutes::device)
                .toList();
    }

    @Override
    public List<MediaDevice> speakers() {
        return pactl.list(SPEAKER.devices).stream().map(PulseRoutes::device).toList();
    }

    @Override
    public void useMicrophone(@Nullable String id) {
        mustBeThere(MICROPHONE, id);
        boolean back = id == null && microphone != null;
        microphone = id;
        if (back) {
            thread.execute(() -> move(MICROPHONE, "@DEFAULT_SOURCE@"));
        }
        begun();
    }

    @Override
    public void useSpeaker(@Nullable String id) {
        mustBeThere(SPEAKER, id);
        boolean back = id == null && speaker != null;
        speaker = id;
        if (back) {
            thread.execute(() -> move(SPEAKER, "@DEFAULT_SINK@"));
        }
        begun();
    }

    @Override
    public void begun() {
        if (speaker != null || microphone != null) {
            for (int delay : LOOK_AFTER_MS) {
                thread.schedule(this::route, delay, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void route() {
        String toSpeaker = speaker;
        if (toSpeaker != null) {
            move(SPEAKER, toSpeaker);
        }
        String toMicrophone = microphone;
        if (toMicrophone != null) {
            move(MICROPHONE, toMicrophone);
        }
    }

    private void move(Way way, String device) {
        String there = pactl.list(way.devices).stream()
                .filter(each -> each.field("Name").equals(device))
                .map(Entry::index)
                .findFirst()
                .orElse("");
        String mine = Long.toString(ProcessHandle.current().pid());
        pactl.list(way.streams).stream()
                .filter(each -> each.field("application.process.id").equals(mine))
                .filter(each -> !each.field(way.deviceField).equals(there))
                .forEach(each -> pactl.run(way.move, each.index(), device));
    }

    private void mustBeThere(Way way, @Nullable String id) {
        if (id != null
                && pactl.list(way.devices).stream()
                        .noneMatch(each -> each.field("Name").equals(id))) {
            throw new MediaException(Problem.MISSING, id);
        }
    }

    private static MediaDevice device(Entry entry) {
        String description = entry.field("Description");
        return new MediaDevice(entry.field("Name"), description.isEmpty() ? entry.field("Name") : description);
    }
}
