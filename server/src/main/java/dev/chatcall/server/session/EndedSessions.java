package dev.chatcall.server.session;

import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.BusEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions that were signed out so recently that one of their access tokens may not have expired yet. Fed by the bus,
 * so that every server knows at once.
 */
public final class EndedSessions {
    private final Clock clock;
    private final Map<UUID, Instant> endedAt = new ConcurrentHashMap<>();

    /** @param known those that ended before this server started to listen to the bus */
    public EndedSessions(Collection<UUID> known, Bus bus, Clock clock) {
        this.clock = clock;
        bus.subscribe(event -> {
            if (event instanceof BusEvent.SessionEnded ended) {
                add(ended.sessionId());
            }
        });
        known.forEach(this::add);
    }

    public boolean contains(UUID sessionId) {
        return endedAt.containsKey(sessionId);
    }

    private void add(UUID sessionId) {
        Instant now = clock.instant();
        Instant harmless = now.minus(AccessTokens.LIFE);
        endedAt.values().removeIf(ended -> ended.isBefore(harmless));
        endedAt.put(sessionId, now);
    }
}
