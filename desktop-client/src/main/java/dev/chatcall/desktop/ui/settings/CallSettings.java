package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.DeviceFields;
import dev.chatcall.desktop.ui.call.DevicePreview;
import dev.chatcall.desktop.ui.call.ProcessingFields;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.SwitchRow;
import dev.chatcall.desktop.ui.form.TextLink;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Devices and what is done to sound, with a try that shows and plays them. */
final class CallSettings extends VBox {
    private final Screens screens;
    private final StackPane tryOut = new StackPane();

    CallSettings(Screens screens) {
        this.screens = screens;
        SwitchRow preview = new SwitchRow(screens.t("call.preview"), screens.t("call.previewText"), this::setPreview);
        tryOut.getStyleClass().add("try-out");
        tryOut.setAlignment(Pos.CENTER_LEFT);
        // Devices are only opened when one asks for it: nobody's camera goes on by looking at settings.
        tryOut.getChildren().add(new PushButton(Look.QUIET, screens.t("call.tryDevices"), this::open));
        getChildren()
                .addAll(
                        section("call.devices", new DeviceFields(screens), tryOut),
                        section("call.processing", new ProcessingFields(screens)),
                        section("call.starting", preview),
                        section(
                                "connectivity.title",
                                Words.explanation(screens.t("connectivity.text")),
                                new HBox(new TextLink(
                                        screens.t("call.checkConnection"),
                                        () -> screens.navigation().go(new Place.Check())))));
        new Watching(this)
                .watch(screens.client().state().preferences(), preferences -> preview.show(preferences.callPreview()));
    }

    private void open() {
        tryOut.getChildren().setAll(new DevicePreview(screens, new MediaChoice(true, true)));
    }

    private void setPreview(boolean wanted) {
        DevicePreferences now = screens.client().state().preferences().get();
        screens.client().account().setPreferences(now.withCallPreview(wanted));
    }

    private VBox section(String title, Node... parts) {
        VBox section = new VBox(Words.heading(screens.t(title)));
        section.getChildren().addAll(parts);
        section.getStyleClass().add("settings-section");
        return section;
    }
}
