package dev.chatcall.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Arrivals arrivals = Arrivals.poisson(1_000, MINUTE, new SplittableRandom(7));

    @Test
    void comeAtTheRateAskedFor() {
        assertThat(arrivals.count()).isCloseTo(60_000, within(1_000));
        assertThat(arrivals.countBefore(MINUTE / 2)).isCloseTo(30_000, within(1_000));
    }

    @Test
    void comeInOrderAndInTime() {
        assertThat(arrivals.offset(0)).isNotNegative();
        assertThat(IntStream.range(1, arrivals.count()))
                .allMatch(i -> arrivals.offset(i) >= arrivals.offset(i - 1) && arrivals.offset(i) < MINUTE);
    }

    /** Of exponential gaps 1 − 1/e are shorter than the mean. */
    @Test
    void comeInBunchesAsPeopleDo() {
        long shorter = IntStream.range(1, arrivals.count())
                .filter(i -> arrivals.offset(i) - arrivals.offset(i - 1) < 1_000_000)
                .count();

        assertThat((double) shorter / arrivals.count()).isCloseTo(0.632, within(0.02));
    }

    @Test
    void countsWhatIsDueBeforeATime() {
        long third = arrivals.offset(2);

        assertThat(arrivals.countBefore(third)).isEqualTo(2);
        assertThat(arrivals.countBefore(third + 1)).isEqualTo(3);
        assertThat(arrivals.countBefore(0)).isZero();
        assertThat(arrivals.countBefore(MINUTE)).isEqualTo(arrivals.count());
    }
}
