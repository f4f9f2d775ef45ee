package dev.chatcall.bench.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * When messages are meant to be sent: an open loop, which does not wait for the server. Latency counts from these times,
 * so that a server that stalls is not flattered by a generator that stalls with it.
 */
public final class Arrivals {
    private final long[] offsets;

    private Arrivals(long[] offsets) {
        this.offsets = offsets;
    }

    /**
     * A Poisson process: people do not write in step.
     *
     * @param perSecond how many in a second on average, above 0
     * @param nanos how long it lasts
     */
    public static Arrivals poisson(double perSecond, long nanos, RandomGenerator random) {
        long[] offsets = new long[(int) (perSecond * nanos / 1e9 * 1.5) + 16];
        int count = 0;
        double at = 0;
        while (true) {
            at += random.nextExponential() * 1e9 / perSecond;
            if (at >= nanos) {
                return new Arrivals(Arrays.copyOf(offsets, count));
            }
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, count * 2);
            }
            offsets[count++] = (long) at;
        }
    }

    public int count() {
        return offsets.length;
    }

    /** @return nanoseconds after the beginning */
    public long offset(int index) {
        return offsets[index];
    }

    /** How many are due before an offset. */
    public int countBefore(long offset) {
        int found = Arrays.binarySearch(offsets, offset);
        return found < 0 ? -found - 1 : found;
    }
}
