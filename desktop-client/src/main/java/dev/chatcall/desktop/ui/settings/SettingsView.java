package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Screens;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The sections beside the open one; where it is narrow, only one of both. */
public final class SettingsView extends HBox {
    private static final int LIST_PX = 320;
    private static final int NARROW_PX = 640;

    private final SettingsList list;
    private final SettingsPage page;
    private final boolean chosen;

    /** @param section null: none is chosen yet, which shows the profile where there is room for it */
    public SettingsView(Screens screens, @Nullable String section) {
        chosen = section != null;
        list = new SettingsList(screens, section);
        page = new SettingsPage(screens, Section.of(section));
        getStyleClass().add("settings");
        setHgrow(page, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().addAll(list, page);
        widthProperty().addListener((observable, before, now) -> fit(now.doubleValue()));
        fit(LIST_PX + NARROW_PX);
    }

    private void fit(double width) {
        boolean narrow = width < NARROW_PX;
        show(list, !narrow || !chosen);
        show(page, !narrow || chosen);
        page.backShown(narrow);
        list.setMinWidth(narrow ? 0 : LIST_PX);
        list.setMaxWidth(narrow ? Double.MAX_VALUE : LIST_PX);
        setHgrow(list, narrow ? Priority.ALWAYS : Priority.NEVER);
    }

    private static void show(Region pane, boolean shown) {
        pane.setVisible(shown);
        pane.setManaged(shown);
    }
}
