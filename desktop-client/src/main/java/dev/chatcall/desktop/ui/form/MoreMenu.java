package dev.chatcall.desktop.ui.form;

import dev.chatcall.desktop.ui.icon.Icon;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** What else there is to do with something: three dots that open a menu. */
public final class MoreMenu extends MenuButton {
    private static final int ICON_PX = 18;
    private static final int ENTRY_ICON_PX = 16;

    public MoreMenu(String label) {
        getStyleClass().add("more-menu");
        setGraphic(Icon.MORE.at(ICON_PX));
        setAccessibleText(label);
        setTooltip(new Tooltip(label));
        setMinWidth(USE_PREF_SIZE);
    }

    public MoreMenu add(String text, Icon icon, boolean danger, Runnable act) {
        MenuItem entry = new MenuItem(text, icon.at(ENTRY_ICON_PX));
        if (danger) {
            entry.getStyleClass().add("danger-item");
        }
        entry.setOnAction(event -> act.run());
        getItems().add(entry);
        return this;
    }
}
