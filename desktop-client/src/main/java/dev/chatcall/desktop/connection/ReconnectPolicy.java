package dev.chatcall.desktop.connection;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/** How long to wait before the next try to connect. */
@FunctionalInterface
public interface ReconnectPolicy {
    /** @param failures how many tries in a row failed before, from 0 */
    Duration delay(int failures);

    /**
     * Doubles from half a second to thirty seconds, with full jitter: after a server's restart its clients come back
     * spread out, not all at once.
     *
     * @param fraction a random number, 0 ≤ x &lt; 1
     */
    static ReconnectPolicy backOff(DoubleSupplier fraction) {
        long first = 500;
        long longest = 30_000;
        return failures -> {
            long limit = Math.min(longest, first << Math.clamp(failures, 0, 16));
            return Duration.ofMillis((long) (fraction.getAsDouble() * limit));
        };
    }

    /** As this one, but soon while it is urgent: whoever is in a call keeps the place in it for half a minute. */
    default ReconnectPolicy hurried(BooleanSupplier urgent) {
        Duration longest = Duration.ofSeconds(2);
        return failures -> {
            Duration delay = delay(failures);
            return urgent.getAsBoolean() && delay.compareTo(longest) > 0 ? longest : delay;
        };
    }
}
