package dev.chatcall.server.http;

import java.time.Duration;

/**
 * How often what may be asked for over HTTP. Whole households and offices share an address, so what is counted by address
 * is generous, and guessing one person's password is held back by the name that is tried.
 */
public record RateLimits(
        RateLimiter registerByAddress,
        RateLimiter signInByAddress,
        RateLimiter signInByLogin,
        RateLimiter refreshByAddress,
        RateLimiter passwordByAccount,
        RateLimiter resetByAddress,
        RateLimiter resetByEmail,
        RateLimiter searchByAccount,
        RateLimiter avatarByAccount) {

    /** @param enabled false: nothing is limited, for tests and measurements */
    public static RateLimits of(boolean enabled) {
        return new RateLimits(
                new RateLimiter(20, Duration.ofHours(1), enabled),
                new RateLimiter(30, Duration.ofMinutes(1), enabled),
                new RateLimiter(10, Duration.ofMinutes(5), enabled),
                new RateLimiter(120, Duration.ofMinutes(1), enabled),
                new RateLimiter(10, Duration.ofMinutes(10), enabled),
                new RateLimiter(20, Duration.ofHours(1), enabled),
                new RateLimiter(3, Duration.ofHours(1), enabled),
                new RateLimiter(60, Duration.ofMinutes(1), enabled),
                new RateLimiter(20, Duration.ofHours(1), enabled));
    }
}
