package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.Inventory;
import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.chatcall.desktop.observable.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks which devices there are, every few seconds while somebody wants to know: the library's own notice of changes hangs
 * where there is no sound server. On the loop.
 */
final class DeviceWatch implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MediaThread thread;
    private final Library library;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<RtcTrack> inUse = new ArrayList<>();
    private @Nullable Inventory known;
    private @Nullable CompletableFuture<Inventory> looking;
    private Subscription timer = () -> {};
    private boolean closed;

    DeviceWatch(MediaThread thread, Library library) {
        this.thread = thread;
        this.library = library;
    }

    /** What there is now; where a look is under way, what that one finds. */
    CompletableFuture<Inventory> look() {
        CompletableFuture<Inventory> underWay = looking;
        if (underWay != null) {
            return underWay;
        }
        CompletableFuture<Inventory> found = thread.call(() -> {
                    Sound sound = library.sound();
                    Capture capture = library.capture();
                    return (Supplier<Inventory>) () -> ask(sound, capture);
                })
                .thenCompose(question ->
                        CompletableFuture.supplyAsync(question, thread.loop().background()))
                .exceptionally(failure -> Inventory.NONE)
                .thenApplyAsync(this::take, thread.loop());
        looking = found;
        return found;
    }

    Subscription onChange(Runnable listener) {
        Runnable own = listener::run;
        listeners.add(own);
        later();
        return () -> listeners.remove(own);
    }

    /** Tells the track when its device goes away. */
    void inUse(RtcTrack track) {
        inUse.removeIf(RtcTrack::stopped);
        inUse.add(track);
    }

    @Override
    public void close() {
        closed = true;
        timer.close();
    }

    private static Inventory ask(Sound sound, Capture capture) {
        List<MediaDevice> none = List.of();
        return new Inventory(
                Patience.ask(PATIENCE, none, sound::microphones),
                Patience.ask(PATIENCE, none, capture::cameras),
                Patience.ask(PATIENCE, none, sound::speakers),
                sound.missing(),
                sound.choosable(),
                capture.canShareScreen());
    }

    private Inventory take(Inventory found) {
        looking = null;
        Inventory before = known;
        known = found;
        if (before != null && !before.equals(found) && !closed) {
            // Their users take the next best, and look anew themselves.
            List<RtcTrack> lost =
                    inUse.stream().filter(track -> isGone(track, before, found)).toList();
            listeners.forEach(Runnable::run);
            lost.forEach(RtcTrack::lose);
        }
        return found;
    }

    private static boolean isGone(RtcTrack track, Inventory before, Inventory found) {
        boolean sound = WebRtcEngine.isSound(track);
        List<MediaDevice> had = sound ? before.microphones() : before.cameras();
        List<MediaDevice> has = sound ? found.microphones() : found.cameras();
        String id = track.deviceId();
        if (id == null) {
            return sound && has.isEmpty() && !had.isEmpty();
        }
        return contains(had, id) && !contains(has, id);
    }

    private static boolean contains(List<MediaDevice> devices, String id) {
        return devices.stream().anyMatch(device -> device.id().equals(id));
    }

    private void later() {
        timer.close();
        if (closed) {
            return;
        }
        timer = thread.loop().after(LOOK_EVERY, () -> {
            if (listeners.isEmpty()) {
                return;
            }
            look().whenComplete((found, failure) -> later());
        });
    }
}
