package dev.chatcall.server.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;

/**
 * What the servers tell each other in Redis: a sorted set of the servers by their last heartbeat, for each account the set
 * of servers that it is connected to, and for each server the set of its accounts. A server counts while its heartbeat is
 * young, so that one that dies takes its accounts with it without anybody's help.
 *
 * <p>All methods wait for Redis and throw {@link redis.clients.jedis.exceptions.JedisException} where it is away.
 */
final class RedisPresenceTable {
    /** The servers' clocks may differ by some seconds; three heartbeats fit in. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(30);

    private static final String SERVERS = "chatcall:presence:servers";
    private static final String ACCOUNTS_OF = "chatcall:presence:server:";
    private static final String SERVERS_OF = "chatcall:presence:account:";
    private static final int CHUNK = 500;

    private final RedisClient redis;

    RedisPresenceTable(RedisClient redis) {
        this.redis = redis;
    }

    /** @return false when the server was not in the table: it is new, or was taken for dead */
    boolean beat(String server, Instant now) {
        return redis.zadd(SERVERS, now.toEpochMilli(), server) == 0;
    }

    /** Puts the accounts on the server. @return those who were on no other live server before */
    Set<UUID> enter(String server, Collection<UUID> accountIds, Instant now) {
        return move(accountIds, server, now, true);
    }

    /** Takes the accounts off the server. @return those who are on no live server now */
    Set<UUID> leave(String server, Collection<UUID> accountIds, Instant now) {
        return move(accountIds, server, now, false);
    }

    /** The servers whose heartbeat ran out, and when they were last heard. */
    Map<String, Instant> silent(Instant now) {
        Map<String, Instant> silent = new LinkedHashMap<>();
        redis.zrangeByScoreWithScores(SERVERS, "-inf", "(" + deadline(now))
                .forEach(found -> silent.put(found.getElement(), Instant.ofEpochMilli((long) found.getScore())));
        return silent;
    }

    List<UUID> accountsOf(String server) {
        return redis.smembers(ACCOUNTS_OF + server).stream()
                .map(UUID::fromString)
                .toList();
    }

    /** Takes the server out, whose accounts have all left. */
    void forget(String server) {
        redis.zrem(SERVERS, server);
        redis.unlink(ACCOUNTS_OF + server);
    }

    Set<UUID> onlineAmong(Collection<UUID> accountIds, Instant now) {
        Set<UUID> online = new HashSet<>();
        for (List<UUID> chunk : chunks(accountIds)) {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Response<List<String>> live = pipeline.zrangeByScore(SERVERS, deadline(now), "+inf");
                Map<UUID, Response<Set<String>>> servers = new LinkedHashMap<>();
                chunk.forEach(id -> servers.put(id, pipeline.smembers(SERVERS_OF + id)));
                pipeline.sync();
                online.addAll(present(servers, Set.copyOf(live.get())));
            }
        }
        return online;
    }

    /** Atomic for each account, so that of two servers that move it at once exactly one sees itself as the last. */
    private Set<UUID> move(Collection<UUID> accountIds, String server, Instant now, boolean in) {
        Set<UUID> alone = new HashSet<>();
        for (List<UUID> chunk : chunks(accountIds)) {
            String[] ids = chunk.stream().map(UUID::toString).toArray(String[]::new);
            try (AbstractTransaction transaction = redis.multi()) {
                Response<List<String>> live = transaction.zrangeByScore(SERVERS, deadline(now), "+inf");
                if (in) {
                    transaction.sadd(ACCOUNTS_OF + server, ids);
                } else {
                    transaction.srem(ACCOUNTS_OF + server, ids);
                }
                Map<UUID, Response<Set<String>>> servers = new LinkedHashMap<>();
                for (UUID id : chunk) {
                    if (in) {
                        transaction.sadd(SERVERS_OF + id, server);
                    } else {
                        transaction.srem(SERVERS_OF + id, server);
                    }
                    servers.put(id, transaction.smembers(SERVERS_OF + id));
                }
                transaction.exec();
                Set<String> others = new HashSet<>(live.get());
                others.remove(server);
                alone.addAll(chunk);
                alone.removeAll(present(servers, others));
            }
        }
        return alone;
    }

    private static Set<UUID> present(Map<UUID, Response<Set<String>>> servers, Set<String> live) {
        return servers.entrySet().stream()
                .filter(entry -> entry.getValue().get().stream().anyMatch(live::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<List<UUID>> chunks(Collection<UUID> accountIds) {
        return new ArrayList<>(accountIds)
                .stream().gather(Gatherers.windowFixed(CHUNK)).toList();
    }

    private static String deadline(Instant now) {
        return Long.toString(now.minus(SILENCE_MAX).toEpochMilli());
    }
}
