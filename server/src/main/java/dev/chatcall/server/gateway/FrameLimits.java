package dev.chatcall.server.gateway;

import dev.chatcall.protocol.call.CallRequest;
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
    private final RateLimiter rings;
    private final RateLimiter signals;
    private final RateLimiter consumers;
    private final RateLimiter calls;

    /** @param on false: nothing is limited, for measuring */
    FrameLimits(boolean on) {
        this.sends = new RateLimiter(30, Duration.ofSeconds(3), on);
        this.typing = new RateLimiter(10, Duration.ofSeconds(5), on);
        this.frames = new RateLimiter(100, Duration.ofSeconds(2), on);
        this.unreadable = new RateLimiter(20, Duration.ofSeconds(20), on);
        this.rings = new RateLimiter(12, Duration.ofMinutes(1), on);
        this.signals = new RateLimiter(200, Duration.ofSeconds(4), on);
        this.consumers = new RateLimiter(400, Duration.ofSeconds(4), on);
        this.calls = new RateLimiter(60, Duration.ofSeconds(3), on);
    }

    /** @throws ServiceException {@link ErrorCode#RATE_LIMITED} */
    void takeSend(Connection from) {
        sends.take(from.accountId());
    }

    /** @throws ServiceException {@link ErrorCode#RATE_LIMITED} */
    void takeFrame(Connection from) {
        frames.take(from.accountId());
    }

    /**
     * What disturbs others is rationed, what flows while a call comes up is not: two candidates of every network
     * interface, and two requests for every picture of a large group, come at once.
     *
     * @throws ServiceException {@link ErrorCode#RATE_LIMITED}
     */
    void takeCall(Connection from, CallRequest request) {
        RateLimiter limiter = switch (request) {
            case CallRequest.StartCall _, CallRequest.AddToCall _, CallRequest.OpenProbe _ -> rings;
            case CallRequest.SendSignal _ -> signals;
            case CallRequest.Consume _, CallRequest.SetConsumer _ -> consumers;
            default -> calls;
        };
        limiter.take(from.accountId());
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
