package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.SwitchRow;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;

/** What this device says of new messages. */
final class NotificationSettings extends VBox {
    private final Screens screens;
    private final SwitchRow notifications;
    private final SwitchRow preview;
    private final SwitchRow sound;

    NotificationSettings(Screens screens) {
        this.screens = screens;
        notifications = new SwitchRow(
                screens.t("desktop.notifications.system"),
                screens.t("desktop.notifications.systemText"),
                next -> set(p -> p.withNotifications(next)));
        preview = new SwitchRow(
                screens.t("notifications.preview"),
                screens.t("notifications.previewText"),
                next -> set(p -> p.withNotificationPreview(next)));
        sound = new SwitchRow(
                screens.t("notifications.sound"),
                screens.t("notifications.soundText"),
                next -> set(p -> p.withSound(next)));
        VBox rows = new VBox(notifications, preview, sound);
        getChildren().add(rows);
        new Watching(this).watch(screens.client().state().preferences(), this::show);
    }

    private void show(DevicePreferences preferences) {
        notifications.show(preferences.notifications());
        preview.show(preferences.notificationPreview());
        preview.setDisable(!preferences.notifications());
        sound.show(preferences.sound());
    }

    private void set(UnaryOperator<DevicePreferences> change) {
        DevicePreferences now = screens.client().state().preferences().get();
        screens.client().account().setPreferences(change.apply(now));
    }
}
