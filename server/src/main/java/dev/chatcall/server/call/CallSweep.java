package dev.chatcall.server.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets time pass for calls. Deadlines are in the database, so a restart forgets none, and with several servers whichever
 * comes first acts.
 */
final class CallSweep {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration BEAT = Duration.ofSeconds(10);
    /** A connection that no server has had for so long went down with its server. */
    private static final Duration UNSEEN = Duration.ofSeconds(25);

    private static final int AT_ONCE = 200;
    private static final Logger log = LoggerFactory.getLogger(CallSweep.class);

    private final CallStore store;
    private final Aftermath aftermath;
    private final CallNews news;
    private final CallEntries entries;
    private final Endpoints endpoints;
    private final Probes probes;
    private final Clock clock;
    private final Executor blocking;
    private final AtomicBoolean sweeping = new AtomicBoolean();
    /** Of the one sweep that runs. */
    private volatile Instant nextBeat = Instant.MIN;

    CallSweep(
            CallStore store,
            Aftermath aftermath,
            CallNews news,
            CallEntries entries,
            Endpoints endpoints,
            Probes probes,
            Clock clock,
            Executor blocking) {
        this.store = store;
        this.aftermath = aftermath;
        this.news = news;
        this.entries = entries;
        this.endpoints = endpoints;
        this.probes = probes;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** @param alone no other server has connections: whoever is still connected was so to this one before it stopped */
    void start(ScheduledExecutorService scheduler, boolean alone) {
        if (alone) {
            disconnectUnseenSince(clock.instant().plus(BEAT));
        }
        scheduler.scheduleWithFixedDelay(this::handOver, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void handOver() {
        if (sweeping.compareAndSet(false, true)) {
            blocking.execute(() -> {
                try {
                    sweep();
                } catch (RuntimeException e) {
                    log.warn("The calls were not looked after; the next time they are", e);
                } finally {
                    sweeping.set(false);
                }
            });
        }
    }

    private void sweep() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!now.isBefore(nextBeat)) {
            nextBeat = now.plus(BEAT);
            store.seen(endpoints.connections(), now);
            disconnectUnseenSince(now.minus(UNSEEN));
            entries.again(now);
        }
        for (UUID callId : store.due(now, AT_ONCE)) {
            store.changeIfFree(callId, (call, facts) -> CallRules.apply(call, new CallChange.Pass(), now))
                    .ifPresent(aftermath::of);
        }
        probes.sweep(now);
    }

    private void disconnectUnseenSince(Instant then) {
        store.unseenSince(then).forEach(stale -> news.disconnected(stale.callId(), stale.connectionId()));
    }
}
