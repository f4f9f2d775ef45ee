package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.icon.Icon;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One section of the settings. */
public final class SettingsPage extends VBox {
    private static final int ICON_PX = 20;
    private static final int WIDTH_PX = 600;

    private final PushButton back;

    public SettingsPage(Screens screens, Section section) {
        this(screens, screens.t(section.titleKey()), bodyOf(section, screens), new Place.Settings(null));
    }

    /** @param above where the way back leads */
    private SettingsPage(Screens screens, String title, Region body, Place above) {
        getStyleClass().add("settings-page");
        setMinWidth(0);
        back = PushButton.ofIcon(
                Icon.BACK,
                ICON_PX,
                screens.t("action.back"),
                () -> screens.navigation().go(above));
        HBox bar = new HBox(8, back, Words.of(title, "settings-title"));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("settings-bar");
        body.getStyleClass().add("settings-body");
        body.setMaxWidth(WIDTH_PX);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(bar, scroll);
        back.managedProperty().bind(back.visibleProperty());
        back.setVisible(false);
    }

    /** Finding out whether calls work from here. */
    public static SettingsPage check(Screens screens) {
        return new SettingsPage(
                screens, screens.t("connectivity.title"), new ConnectionCheck(screens), new Place.Settings("calls"));
    }

    /** Whether a button leads back to the sections, where those have no room beside. */
    public void backShown(ObservableValue<Boolean> shown) {
        back.visibleProperty().bind(shown);
    }

    private static Region bodyOf(Section section, Screens screens) {
        return switch (section) {
            case PROFILE -> new ProfileSettings(screens);
            case ACCOUNT -> new AccountSettings(screens);
            case PRIVACY -> new PrivacySettings(screens);
            case NOTIFICATIONS -> new NotificationSettings(screens);
            case CALLS -> new CallSettings(screens);
            case APPEARANCE -> new AppearanceSettings(screens);
            case BLOCKED -> new BlockedPeople(screens);
            case ADMINISTRATION -> new Administration(screens);
        };
    }
}
