package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.DevicePreferences.Theme;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Choices;
import dev.chatcall.desktop.ui.form.Select;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;

/** Theme, size, language, and what the Enter key does. */
final class AppearanceSettings extends VBox {
    private static final String AS_SYSTEM = "";

    private final Screens screens;
    private final Choices<Theme> theme;
    private final Select<Double> zoom;
    private final Choices<String> language;
    private final Choices<Boolean> enter;

    AppearanceSettings(Screens screens) {
        this.screens = screens;
        theme = new Choices<>(screens.t("appearance.theme"), themes(), true, next -> set(p -> p.withTheme(next)));
        zoom = new Select<>(
                screens.t("desktop.appearance.zoom"),
                Zoom.STEPS,
                step -> Zoom.text(step, screens.texts().locale()),
                next -> set(p -> p.withZoom(next)));
        language = new Choices<>(
                screens.t("appearance.language"),
                languages(),
                false,
                next -> set(p -> p.withLanguage(next.equals(AS_SYSTEM) ? null : next)));
        enter = new Choices<>(screens.t("appearance.enter"), enters(), false, next -> set(p -> p.withEnterSends(next)));
        getChildren().addAll(theme, zoom, language, enter);
        new Watching(this).watch(screens.client().state().preferences(), this::show);
    }

    private void show(DevicePreferences preferences) {
        String chosen = preferences.language();
        theme.show(preferences.theme());
        zoom.show(Zoom.nearest(preferences.zoom()));
        language.show(chosen == null ? AS_SYSTEM : chosen);
        enter.show(preferences.enterSends());
    }

    private void set(UnaryOperator<DevicePreferences> change) {
        DevicePreferences now = screens.client().state().preferences().get();
        screens.client().account().setPreferences(change.apply(now));
    }

    private Map<Theme, String> themes() {
        Map<Theme, String> themes = new LinkedHashMap<>();
        themes.put(Theme.SYSTEM, screens.t("appearance.theme.system"));
        themes.put(Theme.LIGHT, screens.t("appearance.theme.light"));
        themes.put(Theme.DARK, screens.t("appearance.theme.dark"));
        return themes;
    }

    private Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        languages.put(AS_SYSTEM, screens.t("appearance.theme.system"));
        for (Language each : Language.values()) {
            languages.put(each.id(), each.ownName());
        }
        return languages;
    }

    private Map<Boolean, String> enters() {
        Map<Boolean, String> enters = new LinkedHashMap<>();
        enters.put(true, screens.t("appearance.enterSends"));
        enters.put(false, screens.t("appearance.enterNewline"));
        return enters;
    }
}
