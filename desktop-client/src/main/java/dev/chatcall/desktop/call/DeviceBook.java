package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.CallNotice.DeviceKind;
import dev.chatcall.desktop.call.Devices.Device;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.MediaEngine.Inventory;
import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.chatcall.desktop.media.MediaEngine.MicrophoneWish;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The devices there are and those chosen; tells when some come. */
final class DeviceBook implements AutoCloseable {
    private final MediaEngine engine;
    private final KeptJson kept;
    private final Consumer<CallNotice> notify;
    private final Store<Devices> state;
    private final Subscription watching;

    DeviceBook(MediaEngine engine, KeptJson kept, Consumer<CallNotice> notify) {
        this.engine = engine;
        this.kept = kept;
        this.notify = notify;
        DeviceChoice choice = kept.readDevices();
        state = new Store<>(new Devices(List.of(), List.of(), List.of(), choice, false, true, false));
        watching = engine.onDevicesChanged(this::changed);
        if (choice.speakerId() != null) {
            useSpeaker(choice.speakerId());
        }
        refresh();
    }

    Observable<Devices> state() {
        return state;
    }

    DeviceChoice choice() {
        return state.get().choice();
    }

    /** Kept for the next call as well. */
    void choose(DeviceChoice choice) {
        DeviceChoice before = choice();
        setChoice(choice);
        kept.writeDevices(choice);
        if (!Objects.equals(before.speakerId(), choice.speakerId())) {
            useSpeaker(choice.speakerId());
        }
    }

    CompletableFuture<Void> refresh() {
        return engine.devices().thenAccept(this::take);
    }

    @Override
    public void close() {
        watching.close();
    }

    static MicrophoneWish wishOf(DeviceChoice choice) {
        return new MicrophoneWish(
                choice.microphoneId(), choice.noiseSuppression(), choice.echoCancellation(), choice.gainControl());
    }

    /** Any microphone and any camera, treated as chosen. */
    static DeviceChoice anyOf(DeviceChoice choice) {
        return new DeviceChoice(
                null,
                null,
                choice.speakerId(),
                choice.noiseSuppression(),
                choice.echoCancellation(),
                choice.gainControl());
    }

    private void take(Inventory found) {
        state.update(held -> new Devices(
                devices(found.microphones()),
                devices(found.cameras()),
                devices(found.speakers()),
                held.choice(),
                found.soundMissing(),
                found.soundChoosable(),
                found.canShareScreen()));
    }

    private void changed() {
        Devices before = state.get();
        refresh().thenRun(() -> {
            Devices after = state.get();
            tell(DeviceKind.MICROPHONE, before.microphones(), after.microphones());
            tell(DeviceKind.CAMERA, before.cameras(), after.cameras());
            tell(DeviceKind.SPEAKER, before.speakers(), after.speakers());
        });
    }

    private void tell(DeviceKind kind, List<Device> had, List<Device> has) {
        // An empty list says that nothing was known, not that nothing was there.
        if (had.isEmpty()) {
            return;
        }
        for (Device device : has) {
            if (!contains(had, device.id())) {
                notify.accept(new CallNotice.DeviceAdded(kind, device.label()));
            }
        }
        String speaker = choice().speakerId();
        if (kind == DeviceKind.SPEAKER && speaker != null && !contains(has, speaker)) {
            DeviceChoice choice = choice();
            setChoice(new DeviceChoice(
                    choice.microphoneId(),
                    choice.cameraId(),
                    null,
                    choice.noiseSuppression(),
                    choice.echoCancellation(),
                    choice.gainControl()));
            useSpeaker(null);
            String label = has.isEmpty() ? null : has.getFirst().label();
            notify.accept(new CallNotice.DeviceLost(kind, label));
        }
    }

    private void setChoice(DeviceChoice choice) {
        state.update(held -> new Devices(
                held.microphones(),
                held.cameras(),
                held.speakers(),
                choice,
                held.soundMissing(),
                held.soundChoosable(),
                held.canShareScreen()));
    }

    /** One that cannot be used leaves it as it was. */
    private void useSpeaker(@Nullable String id) {
        var unused = engine.useSpeaker(id);
    }

    private static boolean contains(List<Device> devices, String id) {
        return devices.stream().anyMatch(device -> device.id().equals(id));
    }

    private static List<Device> devices(List<MediaDevice> found) {
        return found.stream()
                .map(device -> new Device(device.id(), device.label()))
                .toList();
    }
}
