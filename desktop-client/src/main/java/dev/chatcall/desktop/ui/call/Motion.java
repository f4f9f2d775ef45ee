package dev.chatcall.desktop.ui.call;

import javafx.animation.Interpolator;
import javafx.application.Platform;
import javafx.util.Duration;

/** How things move: shortly, and not at all for who wants little motion. */
final class Motion {
    static final Duration CALM = Duration.millis(180);
    static final Interpolator EASE = Interpolator.SPLINE(0.2, 0, 0, 1);

    private Motion() {}

    static boolean reduced() {
        return Platform.getPreferences().isReducedMotion();
    }
}
