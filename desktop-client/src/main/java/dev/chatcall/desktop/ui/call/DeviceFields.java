package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.CallNotice.DeviceKind;
import dev.chatcall.desktop.call.DeviceChoice;
import dev.chatcall.desktop.call.Devices;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Which microphone, camera and speaker; what is chosen holds at once, in a call too. */
public final class DeviceFields extends VBox {
    private final Screens screens;
    private final CallActions calls;
    private final Field microphone;
    private final Field camera;
    private final Field speaker;
    private final Label systemChooses;

    public DeviceFields(Screens screens) {
        super(12);
        this.screens = screens;
        this.calls = screens.client().calls();
        getStyleClass().add("device-fields");
        microphone = new Field("call.microphone", DeviceKind.MICROPHONE);
        camera = new Field("call.camera", DeviceKind.CAMERA);
        speaker = new Field("call.speaker", DeviceKind.SPEAKER);
        systemChooses = new Label(screens.t("desktop.call.systemChooses"));
        systemChooses.getStyleClass().add("muted");
        systemChooses.setWrapText(true);
        getChildren().addAll(microphone, camera, speaker, systemChooses);
        new Watching(this).watch(calls.devices(), this::show);
    }

    private void show(Devices devices) {
        DeviceChoice choice = devices.choice();
        microphone.show(devices.microphones(), choice.microphoneId());
        camera.show(devices.cameras(), choice.cameraId());
        speaker.show(devices.speakers(), choice.speakerId());
        Styles.show(speaker, !devices.speakers().isEmpty());
        microphone.setDisable(!devices.soundChoosable());
        speaker.setDisable(!devices.soundChoosable());
        Styles.show(systemChooses, !devices.soundChoosable());
    }

    /** @param id null: the system's */
    static DeviceChoice with(DeviceKind kind, DeviceChoice now, @Nullable String id) {
        return new DeviceChoice(
                kind == DeviceKind.MICROPHONE ? id : now.microphoneId(),
                kind == DeviceKind.CAMERA ? id : now.cameraId(),
                kind == DeviceKind.SPEAKER ? id : now.speakerId(),
                now.noiseSuppression(),
                now.echoCancellation(),
                now.gainControl());
    }

    /** One of those to choose from; without an id the system's. */
    private record Option(@Nullable String id, String label) {}

    private final class Field extends VBox {
        private final ComboBox<Option> box = new ComboBox<>();
        private final String name;
        private boolean showing;

        private Field(String key, DeviceKind kind) {
            super(4);
            name = screens.t(key);
            Label label = new Label(name);
            label.setLabelFor(box);
            box.setAccessibleText(name);
            box.setMaxWidth(Double.MAX_VALUE);
            box.setConverter(new Labels());
            box.setOnAction(event -> {
                Option chosen = box.getValue();
                if (!showing && chosen != null) {
                    DeviceChoice now = calls.devices().get().choice();
                    Attempt.run(screens, calls.choose(with(kind, now, chosen.id)));
                }
            });
            getChildren().addAll(label, box);
        }

        private void show(List<Devices.Device> devices, @Nullable String chosen) {
            List<Option> options = new ArrayList<>();
            options.add(new Option(null, screens.t(devices.isEmpty() ? "call.noDevice" : "call.systemDevice")));
            for (int at = 0; at < devices.size(); at++) {
                options.add(new Option(devices.get(at).id(), labelOf(devices.get(at), at + 1)));
            }
            showing = true;
            box.getItems().setAll(options);
            box.setValue(options.stream()
                    .filter(option -> Objects.equals(option.id, chosen))
                    .findFirst()
                    .orElse(options.getFirst()));
            showing = false;
        }

        private String labelOf(Devices.Device device, int number) {
            return device.label().isEmpty()
                    ? screens.texts().t("call.deviceNumber", Map.of("kind", name, "number", number))
                    : device.label();
        }
    }

    private static final class Labels extends StringConverter<Option> {
        @Override
        public String toString(@Nullable Option option) {
            return option == null ? "" : option.label;
        }

        @Override
        public @Nullable Option fromString(String label) {
            return null;
        }
    }
}
