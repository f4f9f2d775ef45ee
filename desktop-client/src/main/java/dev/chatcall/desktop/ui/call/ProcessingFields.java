package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.DeviceChoice;
import dev.chatcall.desktop.call.Devices;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.desktop.ui.form.SwitchRow;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.function.BiFunction;
import javafx.scene.layout.VBox;

/** What is done to the sound before it is sent. */
public final class ProcessingFields extends VBox {
    private final Screens screens;
    private final CallActions calls;
    private final SwitchRow noise;
    private final SwitchRow echo;
    private final SwitchRow gain;

    public ProcessingFields(Screens screens) {
        this.screens = screens;
        this.calls = screens.client().calls();
        noise = row("call.noiseSuppression", (now, on) -> with(now, on, now.echoCancellation(), now.gainControl()));
        echo = row("call.echoCancellation", (now, on) -> with(now, now.noiseSuppression(), on, now.gainControl()));
        gain = row("call.gainControl", (now, on) -> with(now, now.noiseSuppression(), now.echoCancellation(), on));
        new Watching(this).watch(calls.devices(), this::show);
    }

    private void show(Devices devices) {
        noise.show(devices.choice().noiseSuppression());
        echo.show(devices.choice().echoCancellation());
        gain.show(devices.choice().gainControl());
    }

    private static DeviceChoice with(DeviceChoice now, boolean noise, boolean echo, boolean gain) {
        return new DeviceChoice(now.microphoneId(), now.cameraId(), now.speakerId(), noise, echo, gain);
    }

    private SwitchRow row(String key, BiFunction<DeviceChoice, Boolean, DeviceChoice> change) {
        SwitchRow row = new SwitchRow(screens.t(key), screens.t(key + "Text"), on -> {
            DeviceChoice now = calls.devices().get().choice();
            Attempt.run(screens, calls.choose(change.apply(now, on)));
        });
        getChildren().add(row);
        return row;
    }
}
