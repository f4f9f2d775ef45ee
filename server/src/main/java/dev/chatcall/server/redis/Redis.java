package dev.chatcall.server.redis;

import java.net.URI;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/** Makes the one client of a server. Opening it connects to nothing yet: Redis may come later. */
public final class Redis {
    /** A subscription that hears nothing for as long, not even the answer to its pings, is dead. */
    public static final Duration SILENCE_MAX = Duration.ofSeconds(30);

    private static final int TIMEOUT_MS = 2_000;
    private static final int CONNECTIONS_MAX = 16;

    private Redis() {}

    /**
     * @param address {@code redis://[user:password@]host[:port][/database]}, or {@code rediss://} for TLS
     * @throws IllegalArgumentException when it is not such an address
     */
    public static RedisClient open(URI address) {
        if (!JedisURIHelper.isValid(address)) {
            // The address itself may hold a password, so it is not repeated.
            throw new IllegalArgumentException("The address of Redis must be redis://host:port or rediss://host:port.");
        }
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(CONNECTIONS_MAX);
        pool.setMaxWait(Duration.ofMillis(TIMEOUT_MS));
        pool.setJmxEnabled(false);
        return RedisClient.builder()
                .clientConfig(DefaultJedisClientConfig.builder()
                        .timeoutMillis(TIMEOUT_MS)
                        .blockingSocketTimeoutMillis((int) SILENCE_MAX.toMillis())
                        .clientName("chatcall")
                        .build())
                .fromURI(address)
                .poolConfig(pool)
                .build();
    }
}
