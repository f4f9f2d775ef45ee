package dev.chatcall.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final Offset<Double> TENTH = within(0.1);

    private final Latencies latencies = new Latencies();

    @Test
    void saysTheShareThatWasQuicker() {
        for (int millis = 1; millis <= 100; millis++) {
            latencies.record(TimeUnit.MILLISECONDS.toNanos(millis));
        }
        Latencies.Summary summary = latencies.summary();

        assertThat(summary.count()).isEqualTo(100);
        assertThat(summary.p50()).isCloseTo(50, TENTH);
        assertThat(summary.p95()).isCloseTo(95, TENTH);
        assertThat(summary.p99()).isCloseTo(99, TENTH);
        assertThat(summary.max()).isCloseTo(100, TENTH);
    }

    @Test
    void takesWhatIsOutOfItsRange() {
        latencies.record(-1);
        latencies.record(TimeUnit.HOURS.toNanos(1));

        assertThat(latencies.summary().count()).isEqualTo(2);
        assertThat(latencies.summary().max()).isCloseTo(300_000, within(300.0));
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(latencies.summary()).isEqualTo(new Latencies.Summary(0, 0, 0, 0, 0));
    }
}
