package dev.chatcall.desktop.connection;

import java.time.Duration;

/** What to make of how long a line has said nothing. */
sealed interface Silence {
    /** A ping goes out after so much silence … */
    long PING_AFTER_MS = 20_000;
    /** … and a line that is silent for so long is dead. */
    long DEAD_AFTER_MS = 40_000;

    /** @param left until it is to be asked */
    record Brief(Duration left) implements Silence {}

    /** @param left until it is dead */
    record Worrying(Duration left) implements Silence {}

    record Dead() implements Silence {}

    static Silence of(long milliseconds) {
        if (milliseconds >= DEAD_AFTER_MS) {
            return new Dead();
        }
        return milliseconds >= PING_AFTER_MS
                ? new Worrying(Duration.ofMillis(DEAD_AFTER_MS - milliseconds))
                : new Brief(Duration.ofMillis(PING_AFTER_MS - milliseconds));
    }
}
