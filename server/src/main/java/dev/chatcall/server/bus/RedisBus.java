package dev.chatcall.server.bus;

import dev.chatcall.server.redis.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bus of several servers. An event goes to this server's subscribers at once, on the publisher's thread, and to the
 * other servers through one Redis channel; what comes back of its own is passed over. So this server misses nothing of
 * its own while Redis is away, and the others go without what happened then.
 */
public final class RedisBus implements Bus, AutoCloseable {
    static final String CHANNEL = "chatcall:bus";

    /** Events that wait for Redis; more than that, and the newest are not told to other servers. */
    private static final int QUEUE_MAX = 20_000;

    private static final int BATCH_MAX = 256;
    private static final Duration PING_AFTER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What travels. */
    record Envelope(UUID origin, BusEvent event) {}

    private final RedisClient redis;
    private final JsonMapper json;
    private final UUID origin;
    private final Subscribers subscribers = new Subscribers();
    private final Outage outage = new Outage("The bus");
    /** Empty for the end. */
    private final BlockingQueue<Optional<BusEvent>> outgoing = new LinkedBlockingQueue<>(QUEUE_MAX);

    private final RedisSubscription incoming;
    private final Thread sender = Thread.ofVirtual().name("bus-sender").unstarted(this::send);

    private RedisBus(RedisClient redis, JsonMapper json, UUID origin) {
        this.redis = redis;
        this.json = json;
        this.origin = origin;
        this.incoming = new RedisSubscription(redis, CHANNEL, this::receive, outage);
    }

    /**
     * Waits at most two seconds for Redis; without it the bus serves this server alone until Redis comes.
     *
     * @param redis stays open when the bus is closed
     * @param origin an id that no other server of the installation has
     */
    public static RedisBus open(RedisClient redis, JsonMapper json, UUID origin) throws InterruptedException {
        RedisBus bus = new RedisBus(redis, json, origin);
        bus.incoming.start();
        bus.sender.start();
        bus.incoming.awaitFirst(PATIENCE);
        return bus;
    }

    @Override
    public void publish(BusEvent event) {
        subscribers.deliver(event);
        if (!outgoing.offer(Optional.of(event))) {
            outage.began("more events wait than are kept");
        }
    }

    @Override
    public void subscribe(Consumer<BusEvent> subscriber) {
        subscribers.add(subscriber);
    }

    /** Sends what is queued, as far as Redis takes it within two seconds, and stops. */
    @Override
    public void close() throws InterruptedException {
        if (!outgoing.offer(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || !sender.join(PATIENCE)) {
            sender.interrupt();
            sender.join();
        }
        incoming.close();
    }

    private void send() {
        try {
            while (true) {
                Optional<BusEvent> first = outgoing.poll(PING_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) {
                    // Nobody says anything: the answer shows the listening side that the line is alive.
                    incoming.ping();
                    continue;
                }
                List<Optional<BusEvent>> batch = new ArrayList<>(List.of(first));
                outgoing.drainTo(batch, BATCH_MAX - 1);
                send(batch.stream().flatMap(Optional::stream).toList());
                if (batch.contains(Optional.<BusEvent>empty())) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<BusEvent> events) {
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (BusEvent event : events) {
                pipeline.publish(CHANNEL, json.writeValueAsString(new Envelope(origin, event)));
            }
            pipeline.sync();
        } catch (JedisException e) {
            outage.began(String.valueOf(e.getMessage()));
        }
    }

    private void receive(String text) {
        Envelope envelope = json.readValue(text, Envelope.class);
        if (!envelope.origin().equals(origin)) {
            subscribers.deliver(envelope.event());
        }
    }
}
