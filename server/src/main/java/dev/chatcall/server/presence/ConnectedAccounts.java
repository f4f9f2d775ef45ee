package dev.chatcall.server.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the connections of each account to this server. An account turns online with the first, and offline when the
 * last one is gone for the grace: a reload or a changed network is not shown to anybody.
 */
final class ConnectedAccounts {
    /** Long enough for a reload or a change of network, short enough to be true. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /**
     * An account turned online or offline.
     *
     * @param at when it came, or when its last connection went
     */
    record Turn(UUID accountId, boolean online, Instant at) {}

    private static final class Tabs {
        private final Set<UUID> connections = new HashSet<>(2);
        /** When the last one went; null while there is one. */
        private @Nullable Instant leftAt;
    }

    private final ScheduledExecutorService scheduler;
    private final Clock clock;
    private final Consumer<Turn> listener;
    private final Map<UUID, Tabs> accounts = new HashMap<>();

    /** @param listener called with the turns in their order, with a lock held: it must not block */
    ConnectedAccounts(ScheduledExecutorService scheduler, Clock clock, Consumer<Turn> listener) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.listener = listener;
    }

    synchronized void came(UUID accountId, UUID connectionId) {
        Tabs tabs = accounts.get(accountId);
        if (tabs == null) {
            tabs = new Tabs();
            accounts.put(accountId, tabs);
            listener.accept(new Turn(accountId, true, clock.instant()));
        }
        tabs.connections.add(connectionId);
        tabs.leftAt = null;
    }

    synchronized void went(UUID accountId, UUID connectionId) {
        Tabs tabs = accounts.get(accountId);
        if (tabs == null || !tabs.connections.remove(connectionId) || !tabs.connections.isEmpty()) {
            return;
        }
        Instant leftAt = clock.instant();
        tabs.leftAt = leftAt;
        scheduler.schedule(() -> graceOver(accountId, leftAt), GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void graceOver(UUID accountId, Instant leftAt) {
        Tabs tabs = accounts.get(accountId);
        if (tabs != null && leftAt.equals(tabs.leftAt)) {
            accounts.remove(accountId);
            listener.accept(new Turn(accountId, false, leftAt));
        }
    }

    synchronized boolean has(UUID accountId) {
        return accounts.containsKey(accountId);
    }

    synchronized List<UUID> all() {
        return List.copyOf(accounts.keySet());
    }

    /** Forgets everybody, without grace and without telling the listener: the caller deals with the turns. */
    synchronized List<Turn> clear() {
        Instant now = clock.instant();
        List<Turn> turns = new ArrayList<>(accounts.size());
        accounts.forEach(
                (accountId, tabs) -> turns.add(new Turn(accountId, false, tabs.leftAt == null ? now : tabs.leftAt)));
        accounts.clear();
        return turns;
    }
}
