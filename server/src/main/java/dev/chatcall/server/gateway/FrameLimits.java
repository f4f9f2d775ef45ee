package dev.chatcall.server.gateway;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.http.RateLimiter;
import java.time.Duration;

/** How much each account may send over its sockets, all of them together. */
final class FrameLimits {
    private final RateLimiter sends;
    private final RateLimiter typing;
    private final RateLimiter frames;
    private final RateLimiter unreadable;

    /** @param on false: nothing is limited, for measuring */
    FrameLimits(boolean on) {
        this.sends = new RateLimiter(30, Duration.ofSeconds(3), on);
        this.typing = new RateLimiter(10, Duration.ofSeconds(5), on);
        this.frames = new RateLimiter(100, Duration.ofSeconds(2), on);
        this.unreadable = new RateLimiter(20, Duration.ofSeconds(20), on);
    }

    /** @throws ServiceException {@link ErrorCode#RATE_LIMITED} */
    void takeSend(Connection from) {
        sends.take(from.accountId());
    }

    /** @throws ServiceException {@link ErrorCode#RATE_LIMITED} */
    void takeFrame(Connection from) {
        frames.take(from.accountId());
    }

    /** @return false: say nothing and drop it */
    boolean tryTyping(Connection from) {
        return typing.tryTake(from.accountId());
    }

    /** Counts a frame that nobody could read; who sends many of them is shown out. */
    void unreadable(Connection from) {
        if (!unreadable.tryTake(from.accountId())) {
            from.close(Connection.POLICY_VIOLATION, "too many unreadable frames");
        }
    }
}
