package dev.chatcall.server.bus;

import dev.chatcall.server.redis.Outage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import tools.jackson.core.JacksonException;

/** Listens to one channel on a virtual thread of its own, and subscribes again after every loss until it is closed. */
final class RedisSubscription implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RedisSubscription.class);

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final RedisClient redis;
    private final String channel;
    private final Consumer<String> receiver;
    private final Outage outage;
    private final CountDownLatch first = new CountDownLatch(1);
    private final Thread listener = Thread.ofVirtual().name("bus-listener").unstarted(this::listen);
    private volatile Listening current = new Listening();
    private volatile boolean closed;

    /** @param receiver called with each message, in order, on the listening thread */
    RedisSubscription(RedisClient redis, String channel, Consumer<String> receiver, Outage outage) {
        this.redis = redis;
        this.channel = channel;
        this.receiver = receiver;
        this.outage = outage;
    }

    void start() {
        listener.start();
    }

    /** Returns once it listens for the first time, or when the patience is over. */
    void awaitFirst(Duration patience) throws InterruptedException {
        first.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks Redis for an answer on the listening connection; without any for long the connection counts as lost. */
    void ping() {
        Listening listening = current;
        try {
            if (listening.isSubscribed()) {
                listening.ping();
            }
        } catch (JedisException e) {
            outage.began(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        // Interrupting a virtual thread that reads from a socket closes the socket.
        listener.interrupt();
        listener.join();
    }

    private void listen() {
        Duration retry = FIRST_RETRY;
        while (!closed) {
            Listening listening = new Listening();
            current = listening;
            try {
                redis.subscribe(listening, channel);
            } catch (JedisException e) {
                if (closed) {
                    return;
                }
                outage.began(String.valueOf(e.getMessage()));
            }
            retry = listening.began ? FIRST_RETRY : longer(retry);
            try {
                Thread.sleep(retry);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static Duration longer(Duration retry) {
        Duration twice = retry.multipliedBy(2);
        return twice.compareTo(LAST_RETRY) < 0 ? twice : LAST_RETRY;
    }

    private final class Listening extends JedisPubSub {
        private volatile boolean began;

        @Override
        public void onSubscribe(String to, int count) {
            began = true;
            outage.ended();
            first.countDown();
        }

        @Override
        public void onMessage(String from, String text) {
            try {
                receiver.accept(text);
            } catch (JacksonException e) {
                // Another version of the server may say what this one does not know.
                log.warn(
                        "A message on the bus could not be read: {}",
                        e.getClass().getSimpleName());
            }
        }
    }
}
