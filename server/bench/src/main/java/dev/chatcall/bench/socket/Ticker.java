package dev.chatcall.bench.socket;

import java.util.List;

/** Work that is due at certain times, beside what the sockets bring. */
public interface Ticker {
    /** Nothing is due. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Does what is due.
     *
     * @param now as {@link System#nanoTime()}
     * @return when to call again, in the same measure; {@link #NEVER} when nothing will be due
     */
    long tick(long now);

    /** Several as one. */
    static Ticker all(List<Ticker> tickers) {
        return now -> {
            long next = NEVER;
            for (Ticker ticker : tickers) {
                next = Math.min(next, ticker.tick(now));
            }
            return next;
        };
    }
}
