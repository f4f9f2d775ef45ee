package dev.chatcall.desktop.ui.gallery;

import dev.chatcall.desktop.client.DevicePreferences.Theme;
import dev.chatcall.desktop.text.Language;

/** How a screen is looked at. */
enum Look {
    LIGHT(1280, 800, Theme.LIGHT, Language.EN),
    DARK(1280, 800, Theme.DARK, Language.EN),
    ARABIC(1280, 800, Theme.LIGHT, Language.AR),
    GERMAN(860, 680, Theme.LIGHT, Language.DE),
    NARROW(390, 780, Theme.LIGHT, Language.EN),
    NARROW_GERMAN(390, 780, Theme.DARK, Language.DE),
    NARROW_ARABIC(390, 780, Theme.DARK, Language.AR);

    final double width;
    final double height;
    final Theme theme;
    final Language language;

    Look(double width, double height, Theme theme, Language language) {
        this.width = width;
        this.height = height;
        this.theme = theme;
        this.language = language;
    }

    boolean narrow() {
        return width < 720;
    }
}
