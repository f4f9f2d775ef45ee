package dev.chatcall.server.bus;

import dev.chatcall.server.json.Json;
import dev.chatcall.server.redis.TestRedis;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.RedisClient;

class RedisBusOnOneServerTest extends BusContract {
    private static TestRedis redis;
    private static RedisClient client;
    private RedisBus bus;

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
        client = redis.client();
    }

    @BeforeEach
    void open() throws InterruptedException {
        bus = RedisBus.open(client, Json.mapper(), UUID.randomUUID());
    }

    @AfterEach
    void close() throws InterruptedException {
        bus.close();
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            client.close();
            redis.close();
        }
    }

    @Override
    Bus publisher() {
        return bus;
    }

    @Override
    Bus listener() {
        return bus;
    }
}
