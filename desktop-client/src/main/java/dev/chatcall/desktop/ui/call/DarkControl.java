package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.ui.icon.Icon;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A button of the call: an icon, a name that says what a press does, and the key that does the same. A press with the
 * pointer leaves the focus where it was, so that the space bar stays for talking.
 */
final class DarkControl extends Button {
    private final double iconSize;
    private @Nullable Icon icon;

    /** @param iconSize in pixels */
    DarkControl(String styleClass, double iconSize) {
        this.iconSize = iconSize;
        getStyleClass().setAll("call-control", styleClass);
        setAccessibleRole(AccessibleRole.BUTTON);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> setFocusTraversable(false));
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> setFocusTraversable(true));
    }

    /** @param key that does the same, as it stands on the keyboard; null for none */
    void show(String name, @Nullable String key, Icon next) {
        if (!name.equals(getAccessibleText())) {
            setAccessibleText(name);
            setTooltip(new Tooltip(key == null ? name : name + "  (" + key + ")"));
        }
        if (icon != next) {
            icon = next;
            setGraphic(next.at(iconSize));
        }
    }

    /** Gives it a style class or takes it away. */
    void mark(String styleClass, boolean on) {
        Styles.set(this, styleClass, on);
    }
}
