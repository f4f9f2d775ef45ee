package dev.chatcall.desktop.ui.shell;

import java.util.List;
import javafx.geometry.Rectangle2D;

/** Where the window was when it was closed, in pixels of the screen. Kept in a file. */
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {
    private static final double LEAST_WIDTH = 360;
    private static final double LEAST_HEIGHT = 420;
    /** So much of its top must be on a screen, or nobody could move it. */
    private static final double GRIP = 80;

    /** Whether it can be shown there on these screens: one may have been taken away. */
    public boolean fits(List<Rectangle2D> screens) {
        boolean sound = Double.isFinite(x) && Double.isFinite(y) && width >= LEAST_WIDTH && height >= LEAST_HEIGHT;
        return sound
                && screens.stream()
                        .anyMatch(screen -> screen.contains(Math.max(x, x + width / 2 - GRIP / 2), y)
                                && screen.contains(Math.min(x + width, x + width / 2 + GRIP / 2), y));
    }
}
