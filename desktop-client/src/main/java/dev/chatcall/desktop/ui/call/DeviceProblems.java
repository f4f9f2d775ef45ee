package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CurrentCall.DeviceProblem;
import dev.chatcall.desktop.ui.Screens;
import java.util.Locale;
import java.util.Map;

/** Says why a device gives nothing, and what to do. A program is not allowed by an address bar but by its system. */
public final class DeviceProblems {
    private DeviceProblems() {}

    /** @param kind {@code microphone} or {@code camera} */
    public static String text(Screens screens, String kind, DeviceProblem problem) {
        String key = problem == DeviceProblem.DENIED
                ? "desktop.call.denied"
                : "call.device." + problem.name().toLowerCase(Locale.ROOT);
        return screens.texts().t(key, Map.of("kind", kind));
    }
}
