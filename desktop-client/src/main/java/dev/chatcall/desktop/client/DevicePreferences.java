package dev.chatcall.desktop.client;

import org.jspecify.annotations.Nullable;

/**
 * What a person chose on this device.
 *
 * @param language a language of the catalogue ("en", "de", "ar"), or null: as the system wishes
 * @param callPreview look at oneself before a call that one starts
 * @param zoom of everything, 1 is 100 %
 */
public record DevicePreferences(
        Theme theme,
        @Nullable String language,
        boolean sound,
        boolean notifications,
        boolean notificationPreview,
        boolean enterSends,
        boolean callPreview,
        double zoom) {

    public static final DevicePreferences DEFAULTS =
            new DevicePreferences(Theme.SYSTEM, null, true, true, true, true, true, 1);

    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }
}
