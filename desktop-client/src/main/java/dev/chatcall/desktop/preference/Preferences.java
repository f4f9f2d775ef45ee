package dev.chatcall.desktop.preference;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.file.LaterFile;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;

/** What the person chose on this device; no secret, and the same for every account here. */
public final class Preferences {
    private final Store<DevicePreferences> state;
    private final LaterFile<KeptPreferences> file;

    /** Reads the file: blocks for a moment, for the first window already looks as the person chose. */
    public Preferences(LaterFile<KeptPreferences> file) {
        this.file = file;
        state = new Store<>(file.read().map(KeptPreferences::chosen).orElse(DevicePreferences.DEFAULTS));
    }

    public Observable<DevicePreferences> state() {
        return state;
    }

    /** Holds at once, and is kept soon after. On the loop. */
    public void set(DevicePreferences chosen) {
        state.set(chosen);
        file.write(KeptPreferences.of(chosen));
    }
}
