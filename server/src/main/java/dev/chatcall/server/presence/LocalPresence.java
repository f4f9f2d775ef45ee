package dev.chatcall.server.presence;

import dev.chatcall.server.bus.Bus;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

/** The presence of a server that is alone. */
public final class LocalPresence implements Presence {
    private static final int BATCH_MAX = 1_000;

    private final ConnectedAccounts connected;
    private final PresenceNews news;

    /** @param executor runs what waits for the database, on virtual threads */
    public LocalPresence(
            PresenceStore store, Bus bus, ScheduledExecutorService scheduler, Executor executor, Clock clock) {
        Coalescer<ConnectedAccounts.Turn> turns = new Coalescer<>(executor, BATCH_MAX, this::tell);
        this.connected = new ConnectedAccounts(scheduler, clock, turns::add);
        this.news = new PresenceNews(store, bus);
    }

    @Override
    public void came(UUID accountId, UUID connectionId) {
        connected.came(accountId, connectionId);
    }

    @Override
    public void went(UUID accountId, UUID connectionId) {
        connected.went(accountId, connectionId);
    }

    @Override
    public Set<UUID> onlineAmong(Collection<UUID> accountIds) {
        return accountIds.stream().filter(connected::has).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        tell(connected.clear());
    }

    private void tell(List<ConnectedAccounts.Turn> turns) {
        Turns latest = Turns.latest(turns);
        news.cameOnline(latest.come());
        news.wentOffline(latest.gone());
    }
}
