package dev.chatcall.server.presence;

import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.BusEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down when people were last seen, then tells that they came or went. */
final class PresenceNews {
    private static final Logger log = LoggerFactory.getLogger(PresenceNews.class);

    private final PresenceStore store;
    private final Bus bus;

    PresenceNews(PresenceStore store, Bus bus) {
        this.store = store;
        this.bus = bus;
    }

    void cameOnline(Collection<UUID> accountIds) {
        accountIds.forEach(accountId -> bus.publish(new BusEvent.PresenceTouched(accountId)));
    }

    /** @param lastSeen the accounts that went offline, and since when */
    void wentOffline(Map<UUID, Instant> lastSeen) {
        if (lastSeen.isEmpty()) {
            return;
        }
        try {
            store.saw(lastSeen);
        } catch (RuntimeException e) {
            // That they are offline is worth telling even where the time is lost.
            log.error("When {} people were last seen could not be written", lastSeen.size(), e);
        }
        lastSeen.keySet().forEach(accountId -> bus.publish(new BusEvent.PresenceTouched(accountId)));
    }
}
