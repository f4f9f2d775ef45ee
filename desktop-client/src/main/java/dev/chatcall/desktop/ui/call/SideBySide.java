package dev.chatcall.desktop.ui.call;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Two things beside each other, or one below the other where there is no room for that. */
final class SideBySide extends Region {
    private static final double GAP = 24;
    private static final double GAP_BELOW = 16;

    private final Region first;
    private final Region second;

    SideBySide(Region first, Region second) {
        this.first = first;
        this.second = second;
        getChildren().addAll(first, second);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return first.prefWidth(-1) + GAP + second.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width < 0 ? prefWidth(-1) : width;
        return isWide(given)
                ? Math.max(first.prefHeight(first.prefWidth(-1)), second.prefHeight(besideFirst(given)))
                : first.prefHeight(given) + GAP_BELOW + second.prefHeight(given);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (isWide(width)) {
            double left = first.prefWidth(-1);
            first.resizeRelocate(0, 0, left, first.prefHeight(left));
            second.resizeRelocate(left + GAP, 0, besideFirst(width), second.prefHeight(besideFirst(width)));
        } else {
            double above = first.prefHeight(width);
            first.resizeRelocate(0, 0, width, above);
            second.resizeRelocate(0, above + GAP_BELOW, width, second.prefHeight(width));
        }
    }

    private boolean isWide(double width) {
        return width >= computePrefWidth(-1);
    }

    private double besideFirst(double width) {
        return width - first.prefWidth(-1) - GAP;
    }
}
