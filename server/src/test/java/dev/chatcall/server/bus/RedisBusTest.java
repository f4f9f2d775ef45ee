package dev.chatcall.server.bus;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.chatcall.server.json.Json;
import dev.chatcall.server.redis.Outage;
import dev.chatcall.server.redis.TestRedis;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;

/** Two servers: what one publishes, the other hears. */
@Timeout(60)
class RedisBusTest extends BusContract {
    private TestRedis redis;
    private RedisClient client;
    private RedisBus here;
    private RedisBus there;

    @BeforeEach
    void open() throws InterruptedException {
        redis = TestRedis.start();
        client = redis.client();
        here = RedisBus.open(client, Json.mapper(), UUID.randomUUID());
        there = RedisBus.open(client, Json.mapper(), UUID.randomUUID());
    }

    @AfterEach
    void close() throws InterruptedException {
        if (redis != null) {
            here.close();
            there.close();
            client.close();
            redis.close();
        }
    }

    @Override
    Bus publisher() {
        return here;
    }

    @Override
    Bus listener() {
        return there;
    }

    @Test
    void withoutRedisOnesOwnEventsStillArriveAtOnceAndItIsSaidOnce() {
        ListAppender<ILoggingEvent> lines = listenToLog();
        BlockingQueue<BusEvent> heard = subscribe(here);
        redis.stop();

        for (int i = 0; i < 50; i++) {
            here.publish(new BusEvent.AccountTouched(new UUID(0, i)));
        }

        assertThat(heard).hasSize(50);
        await(() -> warnings(lines) == 2); // one from each of the two servers
        here.publish(new BusEvent.AccountTouched(new UUID(0, 50)));
        assertThat(heard).hasSize(51);
        assertThat(warnings(lines)).isEqualTo(2);
    }

    @Test
    void whenRedisComesBackTheServersHearEachOtherAgain() throws InterruptedException {
        BlockingQueue<BusEvent> heard = subscribe();
        redis.stop();
        here.publish(new BusEvent.AccountTouched(new UUID(0, 1)));
        redis.startAgain();

        BusEvent event = new BusEvent.AccountTouched(new UUID(0, 2));
        BusEvent arrived = null;
        while (arrived == null) { // until the subscription stands again
            here.publish(event);
            arrived = heard.poll(50, TimeUnit.MILLISECONDS);
        }

        assertThat(arrived).isEqualTo(event);
    }

    @Test
    void whatCannotBeReadIsPassedOver() throws InterruptedException {
        BlockingQueue<BusEvent> heard = subscribe();

        client.publish(RedisBus.CHANNEL, "{\"origin\":\"x\"");
        client.publish(
                RedisBus.CHANNEL, "{\"origin\":\"" + UUID.randomUUID() + "\",\"event\":{\"event\":\"FromTheFuture\"}}");
        BusEvent event = new BusEvent.AccountTouched(new UUID(0, 3));
        here.publish(event);

        assertThat(take(heard, 1)).containsExactly(event);
    }

    @Test
    void whatWasPublishedBeforeClosingStillGoesOut() throws InterruptedException {
        BlockingQueue<BusEvent> heard = subscribe();
        for (int i = 0; i < 1_000; i++) {
            here.publish(new BusEvent.AccountTouched(new UUID(0, i)));
        }

        here.close();

        assertThat(take(heard, 1_000)).last().isEqualTo(new BusEvent.AccountTouched(new UUID(0, 999)));
    }

    private static ListAppender<ILoggingEvent> listenToLog() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        ((Logger) LoggerFactory.getLogger(Outage.class)).addAppender(lines);
        return lines;
    }

    private static long warnings(ListAppender<ILoggingEvent> lines) {
        return java.util.List.copyOf(lines.list).stream()
                .filter(line -> line.getLevel() == Level.WARN)
                .count();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
