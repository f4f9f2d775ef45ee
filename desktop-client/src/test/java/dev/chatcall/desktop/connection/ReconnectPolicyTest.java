package dev.chatcall.desktop.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReconnectPolicyTest {
    @Property
    void noWaitIsLongerThanTheLimitOfItsTry(
            @ForAll @IntRange(max = 1_000) int failures,
            @ForAll @DoubleRange(max = 1, maxIncluded = false) double fraction) {
        Duration delay = ReconnectPolicy.backOff(() -> fraction).delay(failures);
        long limit = failures < 6 ? 500L << failures : 30_000;
        assertTrue(!delay.isNegative() && delay.toMillis() <= Math.min(limit, 30_000), delay::toString);
    }

    @Test
    void itDoublesAndIsSpreadOut() {
        ReconnectPolicy middle = ReconnectPolicy.backOff(() -> 0.5);
        assertEquals(Duration.ofMillis(250), middle.delay(0));
        assertEquals(Duration.ofMillis(500), middle.delay(1));
        assertEquals(Duration.ofMillis(15_000), middle.delay(30));
    }

    @Test
    void inACallItIsNeverLong() {
        ReconnectPolicy long30 = failures -> Duration.ofSeconds(30);
        assertEquals(Duration.ofSeconds(2), long30.hurried(() -> true).delay(9));
        assertEquals(Duration.ofSeconds(30), long30.hurried(() -> false).delay(9));
    }
}
