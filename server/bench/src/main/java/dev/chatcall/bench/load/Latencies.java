package dev.chatcall.bench.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long things took. */
public final class Latencies {
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(1_000, LONGEST, DIGITS);

    /**
     * In milliseconds.
     *
     * @param count of what was measured; where it is 0 so is the rest
     */
    public record Summary(long count, double p50, double p95, double p99, double max) {}

    /** @param nanos counted as 0 where negative, and as five minutes where longer */
    public void record(long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, LONGEST));
    }

    public Summary summary() {
        return new Summary(
                histogram.getTotalCount(),
                millis(histogram.getValueAtPercentile(50)),
                millis(histogram.getValueAtPercentile(95)),
                millis(histogram.getValueAtPercentile(99)),
                millis(histogram.getMaxValue()));
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e4) / 100.0;
    }
}
