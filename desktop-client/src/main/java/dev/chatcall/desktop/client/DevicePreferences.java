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

    public DevicePreferences withTheme(Theme next) {
        return new DevicePreferences(
                next, language, sound, notifications, notificationPreview, enterSends, callPreview, zoom);
    }

    public DevicePreferences withLanguage(@Nullable String next) {
        return new DevicePreferences(
                theme, next, sound, notifications, notificationPreview, enterSends, callPreview, zoom);
    }

    public DevicePreferences withSound(boolean next) {
        return new DevicePreferences(
                theme, language, next, notifications, notificationPreview, enterSends, callPreview, zoom);
    }

    public DevicePreferences withNotifications(boolean next) {
        return new DevicePreferences(theme, language, sound, next, notificationPreview, enterSends, callPreview, zoom);
    }

    public DevicePreferences withNotificationPreview(boolean next) {
        return new DevicePreferences(theme, language, sound, notifications, next, enterSends, callPreview, zoom);
    }

    public DevicePreferences withEnterSends(boolean next) {
        return new DevicePreferences(
                theme, language, sound, notifications, notificationPreview, next, callPreview, zoom);
    }

    public DevicePreferences withCallPreview(boolean next) {
        return new DevicePreferences(
                theme, language, sound, notifications, notificationPreview, enterSends, next, zoom);
    }

    public DevicePreferences withZoom(double next) {
        return new DevicePreferences(
                theme, language, sound, notifications, notificationPreview, enterSends, callPreview, next);
    }

    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }
}
