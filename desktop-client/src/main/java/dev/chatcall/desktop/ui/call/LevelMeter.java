package dev.chatcall.desktop.ui.call;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** How loud the microphone hears one, as a bar that is easy to see move. */
final class LevelMeter extends Region {
    private static final double HEIGHT = 8;

    private final Region bar = new Region();
    private double part;

    LevelMeter(String name) {
        getStyleClass().add("level-meter");
        bar.getStyleClass().add("level-bar");
        setMinSize(40, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(name);
        getChildren().add(bar);
    }

    /** @param level 0 to 1 */
    void show(double level) {
        part = Math.clamp(Math.sqrt(Math.max(0, level)), 0, 1);
        requestLayout();
    }

    /** How full it is, 0 to 1. */
    double part() {
        return part;
    }

    @Override
    protected void layoutChildren() {
        bar.resizeRelocate(0, 0, Math.rint(getWidth() * part), getHeight());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> part;
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> 1.0;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
