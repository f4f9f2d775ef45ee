package dev.chatcall.server.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Allows so many of something for each key in a time: all of them at once, then as they come back one by one. Keys that
 * have all of theirs are forgotten, and at most {@value #KEYS_MAX} are remembered.
 */
public final class RateLimiter {
    private static final int KEYS_MAX = 100_000;

    private final boolean enabled;
    private final LoadingCache<Object, Bucket> buckets;

    /** @param enabled false: everything is allowed */
    public RateLimiter(int count, Duration per, boolean enabled) {
        this(count, per, enabled, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimiter(int count, Duration per, boolean enabled, TimeMeter time) {
        this.enabled = enabled;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(KEYS_MAX)
                .expireAfterAccess(per)
                .ticker(time::currentTimeNanos)
                .build(key -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(count).refillGreedy(count, per))
                        .build());
    }

    /** @throws ServiceException with {@code rate.limited} and when to try again, when the key has none left */
    public void take(Object key) {
        if (!enabled) {
            return;
        }
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new ServiceException(ErrorCode.RATE_LIMITED, "Too many requests", rounded(probe));
        }
    }

    /** Clients are told whole milliseconds: rounded down, one would come back too early, or at once. */
    private static Duration rounded(ConsumptionProbe probe) {
        return Duration.ofNanos(probe.getNanosToWaitForRefill())
                .plusNanos(999_999)
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** As {@link #take}, for what is dropped without a word. */
    public boolean tryTake(Object key) {
        return !enabled || buckets.get(key).tryConsume(1);
    }
}
