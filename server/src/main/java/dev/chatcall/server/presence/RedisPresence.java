package dev.chatcall.server.presence;

import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.id.Ids;
import dev.chatcall.server.redis.Outage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The presence of several servers. Each counts its own connections and their grace, and writes to Redis only which
 * accounts it has; a heartbeat says that it lives. Its entries are made under a name that is used for one unbroken time
 * with Redis: after an outage, or when the others took it for dead, it enters everything anew under a new name, and what
 * stood under the old one is cleared like that of a dead server.
 *
 * <p>While Redis is away this server knows its own people only.
 */
public final class RedisPresence implements Presence {
    private static final Logger log = LoggerFactory.getLogger(RedisPresence.class);

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int BATCH_MAX = 1_000;

    private final RedisPresenceTable table;
    private final ConnectedAccounts connected;
    private final PresenceNews news;
    private final Ids ids;
    private final Clock clock;
    private final Outage outage = new Outage("Presence");
    private final ScheduledFuture<?> heartbeat;
    /** Held while the name and the entries under it change. */
    private final ReentrantLock lock = new ReentrantLock();

    private String name;

    /**
     * Waits for Redis, where it is there.
     *
     * @param redis stays open when this is closed
     * @param executor runs what waits for Redis and the database, on virtual threads
     */
    public RedisPresence(
            RedisClient redis,
            PresenceStore store,
            Bus bus,
            ScheduledExecutorService scheduler,
            Executor executor,
            Clock clock,
            Ids ids) {
        this.table = new RedisPresenceTable(redis);
        this.news = new PresenceNews(store, bus);
        this.ids = ids;
        this.clock = clock;
        this.name = ids.next().toString();
        Coalescer<ConnectedAccounts.Turn> turns = new Coalescer<>(executor, BATCH_MAX, this::tell);
        this.connected = new ConnectedAccounts(scheduler, clock, turns::add);
        // The first beat finds no entry and makes one.
        beat();
        this.heartbeat = scheduler.scheduleAtFixedRate(
                () -> executor.execute(this::beat), HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
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
        Set<UUID> elsewhere = new HashSet<>(accountIds);
        Set<UUID> online = new HashSet<>(accountIds);
        online.removeIf(accountId -> !connected.has(accountId));
        elsewhere.removeAll(online);
        try {
            online.addAll(table.onlineAmong(elsewhere, clock.instant()));
        } catch (JedisException e) {
            outage.began(String.valueOf(e.getMessage()));
        }
        return online;
    }

    @Override
    public void close() {
        heartbeat.cancel(false);
        lock.lock();
        try {
            tell(connected.clear());
            table.forget(name);
        } catch (JedisException e) {
            log.warn("Presence could not sign off; the others notice within {}", RedisPresenceTable.SILENCE_MAX);
        } finally {
            lock.unlock();
        }
    }

    private void tell(List<ConnectedAccounts.Turn> turns) {
        Turns latest = Turns.latest(turns);
        lock.lock();
        try {
            Instant now = clock.instant();
            latest.come().retainAll(table.enter(name, latest.come(), now));
            latest.gone().keySet().retainAll(table.leave(name, latest.gone().keySet(), now));
        } catch (JedisException e) {
            outage.began(String.valueOf(e.getMessage()));
        } finally {
            lock.unlock();
        }
        news.cameOnline(latest.come());
        news.wentOffline(latest.gone());
    }

    private void beat() {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (!table.beat(name, now) || outage.lasts()) {
                enterAnew(now);
                outage.ended();
            }
            table.silent(now).forEach((server, heard) -> bury(server, heard, now));
        } catch (JedisException e) {
            outage.began(String.valueOf(e.getMessage()));
        } finally {
            lock.unlock();
        }
    }

    private void enterAnew(Instant now) {
        String old = name;
        name = ids.next().toString();
        table.beat(name, now);
        news.cameOnline(table.enter(name, connected.all(), now));
        bury(old, now, now);
    }

    private void bury(String server, Instant heard, Instant now) {
        Set<UUID> gone = table.leave(server, table.accountsOf(server), now);
        table.forget(server);
        Map<UUID, Instant> lastSeen = new LinkedHashMap<>();
        gone.forEach(accountId -> lastSeen.put(accountId, heard));
        news.wentOffline(lastSeen);
    }
}
