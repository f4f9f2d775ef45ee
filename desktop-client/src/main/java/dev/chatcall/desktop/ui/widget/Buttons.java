package dev.chatcall.desktop.ui.widget;

import dev.chatcall.desktop.ui.icon.Icon;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** The buttons of the program, by what they are for. */
public final class Buttons {
    private static final double ICON = 20;
    private static final Duration TOOLTIP_DELAY = Duration.millis(400);

    private Buttons() {}

    /** The one thing to do here. */
    public static Button primary(String text, Runnable act) {
        return make(text, act, "primary");
    }

    public static Button quiet(String text, Runnable act) {
        return make(text, act, "quiet");
    }

    /** Text in the accent's colour. */
    public static Button plain(String text, Runnable act) {
        return make(text, act, "plain");
    }

    /** Destroys something. */
    public static Button danger(String text, Runnable act) {
        return make(text, act, "danger");
    }

    /** Text in the colour of danger: leads to what destroys something. */
    public static Button dangerPlain(String text, Runnable act) {
        return make(text, act, "danger-plain");
    }

    /** A square with an icon; its name is said by screen readers and by a tooltip. */
    public static Button icon(Icon icon, String name, Runnable act) {
        return icon(icon, ICON, name, act);
    }

    public static Button icon(Icon icon, double size, String name, Runnable act) {
        Button button = new Button();
        button.setGraphic(icon.at(size));
        button.getStyleClass().add("icon-button");
        button.setOnAction(event -> act.run());
        name(button, name);
        return button;
    }

    /** Changes what an icon's button is called. */
    public static void name(Button button, String name) {
        button.setAccessibleText(name);
        Tooltip tooltip = new Tooltip(name);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        button.setTooltip(tooltip);
    }

    public static Hyperlink link(String text, Runnable act) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("link");
        link.setOnAction(event -> {
            link.setVisited(false);
            act.run();
        });
        return link;
    }

    private static Button make(String text, Runnable act, String look) {
        Button button = new Button(text);
        button.getStyleClass().add(look);
        button.setOnAction(event -> act.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }
}
