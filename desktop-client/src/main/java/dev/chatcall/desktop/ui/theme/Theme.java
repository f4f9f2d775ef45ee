package dev.chatcall.desktop.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.chatcall.desktop.client.DevicePreferences;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;

/** Light or dark, as chosen or as the system has it, on every scene of the program. Used on the JavaFX thread. */
public final class Theme {
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private final List<Scene> scenes = new ArrayList<>();
    private DevicePreferences.Theme choice = DevicePreferences.Theme.SYSTEM;

    public Theme() {
        Fonts.load();
        Platform.getPreferences().colorSchemeProperty().addListener(change -> apply());
        apply();
        useBase();
    }

    public void choose(DevicePreferences.Theme theme) {
        choice = theme;
        apply();
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Puts the theme on a scene, now and whenever it changes. */
    public void dress(Scene scene) {
        scenes.add(scene);
        scene.getStylesheets().setAll(Stylesheets.of(dark.get()));
    }

    /** The scene's window is gone. */
    public void forget(Scene scene) {
        scenes.remove(scene);
    }

    private void apply() {
        boolean wanted = switch (choice) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        if (wanted == dark.get()) {
            return;
        }
        dark.set(wanted);
        useBase();
        scenes.forEach(scene -> scene.getStylesheets().setAll(Stylesheets.of(wanted)));
    }

    private void useBase() {
        Application.setUserAgentStylesheet(
                dark.get()
                        ? new PrimerDark().getUserAgentStylesheetBSS()
                        : new PrimerLight().getUserAgentStylesheetBSS());
    }
}
