package dev.chatcall.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final AtomicLong nanos = new AtomicLong();
    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    @Test
    void whatIsUsedUpComesBackOneByOne() {
        RateLimiter limiter = new RateLimiter(3, Duration.ofSeconds(30), true, time);
        limiter.take("ada");
        limiter.take("ada");
        limiter.take("ada");

        assertThatThrownBy(() -> limiter.take("ada")).isInstanceOfSatisfying(ServiceException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(10));
        });

        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(limiter.tryTake("ada")).isTrue();
        assertThat(limiter.tryTake("ada")).isFalse();
    }

    @Test
    void whoWaitsAsLongAsToldIsNotTooEarly() {
        RateLimiter limiter = new RateLimiter(1, Duration.ofNanos(1_000_001), true, time);
        limiter.take("ada");

        assertThatThrownBy(() -> limiter.take("ada")).isInstanceOfSatisfying(ServiceException.class, refused -> {
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(2));
            nanos.addAndGet(Duration.ofMillis(2).toNanos());
        });
        assertThat(limiter.tryTake("ada")).isTrue();
    }

    @Test
    void oneKeyDoesNotUseUpAnothers() {
        RateLimiter limiter = new RateLimiter(1, Duration.ofSeconds(30), true, time);

        limiter.take("ada");

        assertThat(limiter.tryTake("bob")).isTrue();
        assertThat(limiter.tryTake("ada")).isFalse();
    }

    @Test
    void turnedOffItAllowsEverything() {
        RateLimiter limiter = new RateLimiter(1, Duration.ofDays(1), false, time);

        for (int i = 0; i < 100; i++) {
            limiter.take("ada");
            assertThat(limiter.tryTake("ada")).isTrue();
        }
    }
}
