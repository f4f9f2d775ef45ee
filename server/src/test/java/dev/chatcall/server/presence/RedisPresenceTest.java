package dev.chatcall.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.server.redis.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** The contract on one server, then what several servers are to each other. */
class RedisPresenceTest extends PresenceContract {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration UNTIL_DEAD = RedisPresenceTable.SILENCE_MAX.plus(HEARTBEAT);

    private static TestRedis redis;
    private static RedisClient client;
    /** Goes with {@link #time}. */
    private RedisPresence here;
    /** Lives with the clock, but its scheduler never runs: neither heartbeat nor grace. */
    private RedisPresence there;

    @BeforeAll
    static void startRedis() {
        redis = TestRedis.start();
        client = redis.client();
    }

    @AfterAll
    static void stopRedis() {
        if (redis != null) {
            client.close();
            redis.close();
        }
    }

    @BeforeEach
    void open() {
        client.flushAll();
        here = open(time.scheduler());
        there = open(new ManualTime().scheduler());
    }

    @AfterEach
    void close() {
        here.close();
    }

    private RedisPresence open(ManualTime.Scheduler scheduler) {
        return new RedisPresence(
                client, new JooqPresenceStore(database.dsl()), bus, scheduler, Runnable::run, time, UUID::randomUUID);
    }

    @Override
    Presence presence() {
        return here;
    }

    @Test
    void whoIsOnAnyServerIsSeenFromAll() {
        here.came(anna, laptop);
        there.came(ben, phone);

        assertThat(here.onlineAmong(List.of(anna, ben))).containsExactlyInAnyOrder(anna, ben);
        assertThat(there.onlineAmong(List.of(anna, ben))).containsExactlyInAnyOrder(anna, ben);
    }

    @Test
    void aSecondServerIsNoNewsAndTheLastOneTakesOffline() {
        here.came(anna, laptop);
        there.came(anna, phone);
        assertThat(touched).containsExactly(anna);

        here.went(anna, laptop);
        time.advance(GRACE);
        assertThat(isOnline(anna)).isTrue();
        assertThat(lastSeen(anna)).isNull();

        there.close();
        assertThat(isOnline(anna)).isFalse();
        assertThat(touched).containsExactly(anna, anna);
        assertThat(lastSeen(anna)).isEqualTo(time.instant());
    }

    @Test
    void movingToAnotherServerWithinTheGraceIsNotSeen() {
        here.came(anna, laptop);
        here.went(anna, laptop);
        time.advance(GRACE.minus(MOMENT));
        there.came(anna, laptop);
        time.advance(MOMENT);

        assertThat(isOnline(anna)).isTrue();
        assertThat(touched).containsExactly(anna);
    }

    @Test
    void aServerThatDiesIsForgottenWhenItsHeartbeatRunsOut() {
        Instant lastHeard = time.instant();
        there.came(anna, laptop);
        there.came(ben, laptop);
        here.came(ben, phone);
        touched.clear();

        time.advance(RedisPresenceTable.SILENCE_MAX);
        assertThat(isOnline(anna)).isTrue();
        time.advance(HEARTBEAT);

        assertThat(isOnline(anna)).isFalse();
        assertThat(isOnline(ben)).isTrue();
        assertThat(touched).containsExactly(anna);
        assertThat(lastSeen(anna)).isEqualTo(lastHeard);
        assertThat(client.keys("chatcall:presence:*")).hasSize(3); // the servers, this one's accounts, Ben's servers
    }

    @Test
    void aServerThatWasTakenForDeadEntersAnew() {
        ManualTime.Scheduler paused = time.scheduler();
        there = open(paused);
        there.came(anna, laptop);
        client.flushAll(); // as if another server had buried both

        time.advance(HEARTBEAT);

        assertThat(here.onlineAmong(List.of(anna))).containsExactly(anna);
    }

    @Test
    void withoutRedisAServerKnowsItsOwnAndEntersThemWhenRedisIsBack() {
        there = open(time.scheduler());
        there.came(ben, phone);
        redis.stop();
        try {
            here.came(anna, laptop);
            here.went(anna, laptop);
            here.came(anna, laptop);
            assertThat(here.onlineAmong(List.of(anna, ben))).containsExactly(anna);
            assertThat(touched).containsExactly(ben, anna);
        } finally {
            redis.startAgain();
        }

        time.advance(HEARTBEAT);

        assertThat(here.onlineAmong(List.of(anna, ben))).containsExactlyInAnyOrder(anna, ben);
        assertThat(there.onlineAmong(List.of(anna, ben))).containsExactlyInAnyOrder(anna, ben);
    }

    @Test
    void whoLeftDuringAnOutageOfWhichRedisKnowsNothingIsClearedAfterIt() {
        here.came(anna, laptop);
        redis.pause();
        try {
            here.went(anna, laptop);
            time.advance(HEARTBEAT);
            assertThat(isOnline(anna)).isFalse();
        } finally {
            redis.resume();
        }

        time.advance(HEARTBEAT);

        assertThat(there.onlineAmong(List.of(anna))).isEmpty();
        assertThat(lastSeen(anna)).isNotNull();
    }
}
