package dev.chatcall.desktop.preference;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.DevicePreferences.Theme;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** As they are in the file. What is null was not there: another version of the program may have written it. */
public record KeptPreferences(
        @Nullable String theme,
        @Nullable String language,
        @Nullable Boolean sound,
        @Nullable Boolean notifications,
        @Nullable Boolean notificationPreview,
        @Nullable Boolean enterSends,
        @Nullable Boolean callPreview,
        @Nullable Double zoom) {
    private static final double ZOOM_MIN = 0.5;
    private static final double ZOOM_MAX = 3;

    static KeptPreferences of(DevicePreferences chosen) {
        return new KeptPreferences(
                chosen.theme().name().toLowerCase(Locale.ROOT),
                chosen.language(),
                chosen.sound(),
                chosen.notifications(),
                chosen.notificationPreview(),
                chosen.enterSends(),
                chosen.callPreview(),
                chosen.zoom());
    }

    DevicePreferences chosen() {
        DevicePreferences defaults = DevicePreferences.DEFAULTS;
        double size = Objects.requireNonNullElse(zoom, defaults.zoom());
        return new DevicePreferences(
                themeOf(theme),
                language,
                Objects.requireNonNullElse(sound, defaults.sound()),
                Objects.requireNonNullElse(notifications, defaults.notifications()),
                Objects.requireNonNullElse(notificationPreview, defaults.notificationPreview()),
                Objects.requireNonNullElse(enterSends, defaults.enterSends()),
                Objects.requireNonNullElse(callPreview, defaults.callPreview()),
                Double.isFinite(size) ? Math.clamp(size, ZOOM_MIN, ZOOM_MAX) : defaults.zoom());
    }

    private static Theme themeOf(@Nullable String kept) {
        for (Theme each : Theme.values()) {
            if (each.name().equalsIgnoreCase(kept)) {
                return each;
            }
        }
        return Theme.SYSTEM;
    }
}
