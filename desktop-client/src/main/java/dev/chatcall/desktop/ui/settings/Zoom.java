package dev.chatcall.desktop.ui.settings;

import com.ibm.icu.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/** The steps of the zoom, as browsers have them. */
final class Zoom {
    static final List<Double> STEPS = List.of(0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0);

    private Zoom() {}

    /** The step nearest to a value. */
    static double nearest(double zoom) {
        double nearest = STEPS.getFirst();
        for (double step : STEPS) {
            if (Math.abs(step - zoom) < Math.abs(nearest - zoom)) {
                nearest = step;
            }
        }
        return nearest;
    }

    /** "125%", as the language writes it. */
    static String text(double zoom, Locale locale) {
        return NumberFormat.getPercentInstance(locale).format(zoom);
    }
}
