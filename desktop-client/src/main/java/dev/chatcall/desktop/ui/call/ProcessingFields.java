package dev.chatcall.desktop.ui.call;

import atlantafx.base.controls.ToggleSwitch;
import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.DeviceChoice;
import dev.chatcall.desktop.call.Devices;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is done to the sound before it is sent. */
public final class ProcessingFields extends VBox {
    private final Screens screens;
    private final CallActions calls;
    private final ToggleSwitch noise;
    private final ToggleSwitch echo;
    private final ToggleSwitch gain;
    private boolean showing;

    public ProcessingFields(Screens screens) {
        super(12);
        this.screens = screens;
        this.calls = screens.client().calls();
        noise = row("call.noiseSuppression", (now, on) -> with(now, on, now.echoCancellation(), now.gainControl()));
        echo = row("call.echoCancellation", (now, on) -> with(now, now.noiseSuppression(), on, now.gainControl()));
        gain = row("call.gainControl", (now, on) -> with(now, now.noiseSuppression(), now.echoCancellation(), on));
        new Watching(this).watch(calls.devices(), this::show);
    }

    private void show(Devices devices) {
        showing = true;
        noise.setSelected(devices.choice().noiseSuppression());
        echo.setSelected(devices.choice().echoCancellation());
        gain.setSelected(devices.choice().gainControl());
        showing = false;
    }

    private static DeviceChoice with(DeviceChoice now, boolean noise, boolean echo, boolean gain) {
        return new DeviceChoice(now.microphoneId(), now.cameraId(), now.speakerId(), noise, echo, gain);
    }

    private ToggleSwitch row(String key, BiFunction<DeviceChoice, Boolean, DeviceChoice> change) {
        Label name = new Label(screens.t(key));
        Label text = new Label(screens.t(key + "Text"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        VBox words = new VBox(name, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setAccessibleText(screens.t(key));
        toggle.selectedProperty().addListener((observable, before, on) -> {
            if (!showing) {
                DeviceChoice now = calls.devices().get().choice();
                new Attempt(screens).run(calls.choose(change.apply(now, on)));
            }
        });
        HBox row = new HBox(12, words, toggle);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(row);
        return toggle;
    }
}
