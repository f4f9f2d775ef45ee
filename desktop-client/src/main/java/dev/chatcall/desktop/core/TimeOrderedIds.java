package dev.chatcall.desktop.core;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** New UUIDs of version 7: they begin with the time, so that what is made later sorts later. From any thread. */
public final class TimeOrderedIds implements Supplier<UUID> {
    private static final long TIME_MASK = 0xFFFF_FFFF_FFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID get() {
        long time = (clock.millis() & TIME_MASK) << 16;
        long most = time | 0x7000 | (random.nextInt() & 0xFFF);
        long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
