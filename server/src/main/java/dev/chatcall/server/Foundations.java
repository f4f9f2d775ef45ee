package dev.chatcall.server;

import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.LocalBus;
import dev.chatcall.server.bus.RedisBus;
import dev.chatcall.server.database.Database;
import dev.chatcall.server.database.DatabaseConfig;
import dev.chatcall.server.http.Metrics;
import dev.chatcall.server.id.Ids;
import dev.chatcall.server.id.TimeOrderedIds;
import dev.chatcall.server.json.Json;
import dev.chatcall.server.media.MediaClient;
import dev.chatcall.server.redis.Redis;
import dev.chatcall.server.session.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What everything else stands on.
 *
 * @param signingKey of access tokens
 * @param redis null where this server is alone
 * @param media calls stand on it, chat does not
 * @param blocking virtual threads, for whatever waits
 * @param scheduler one thread for timers that only hand over
 */
record Foundations(
        Configuration configuration,
        Clock clock,
        SecureRandom random,
        Ids ids,
        JsonMapper json,
        Database database,
        byte[] signingKey,
        @Nullable RedisClient redis,
        Bus bus,
        MediaClient media,
        ExecutorService blocking,
        ScheduledExecutorService scheduler,
        Metrics metrics) {

    /** @throws StartFailure, dev.chatcall.server.database.DatabaseUnavailableException with a sentence */
    static Foundations open(Configuration configuration, Clock clock, Opened opened) {
        SecureRandom random = new SecureRandom();
        Ids ids = new TimeOrderedIds(clock, random);
        JsonMapper json = Json.mapper();
        createFolder(configuration.dataFolder());
        DatabaseConfig where = DatabaseConfig.of(configuration.databaseUrl(), configuration.dataFolder());
        Database database = opened.add(Database.open(where));
        byte[] signingKey = signingKey(configuration, random);
        RedisClient redis = redis(configuration.redisUrl(), opened);
        Bus bus = bus(redis, json, ids, opened);
        ExecutorService blocking = opened.add(Executors.newVirtualThreadPerTaskExecutor());
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("timer").daemon().factory());
        opened.add(scheduler::shutdownNow);
        return new Foundations(
                configuration,
                clock,
                random,
                ids,
                json,
                database,
                signingKey,
                redis,
                bus,
                media(configuration, json, random, opened),
                blocking,
                scheduler,
                metrics(database, opened));
    }

    private static Metrics metrics(Database database, Opened opened) {
        Metrics metrics = opened.add(new Metrics());
        database.measure(metrics.registry());
        return metrics;
    }

    private static MediaClient media(Configuration configuration, JsonMapper json, SecureRandom random, Opened opened) {
        try {
            return opened.add(MediaClient.of(configuration.media(), json, random));
        } catch (IOException e) {
            throw new StartFailure("The secret of the media service in " + configuration.dataFolder()
                    + " cannot be read or made: " + reason(e) + ".");
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartFailure("The data folder " + folder + " cannot be made: " + reason(e) + ".");
        }
    }

    private static byte[] signingKey(Configuration configuration, SecureRandom random) {
        Path chosen = configuration.signingKeyFile();
        Path file = chosen == null ? configuration.dataFolder().resolve("signing.key") : chosen;
        try {
            return SigningKey.in(file, random);
        } catch (IOException e) {
            throw new StartFailure("The signing key " + file + " cannot be read or made: " + reason(e) + ".");
        }
    }

    private static @Nullable RedisClient redis(@Nullable URI url, Opened opened) {
        if (url == null) {
            return null;
        }
        try {
            RedisClient client = opened.add(Redis.open(url));
            client.ping();
            return client;
        } catch (JedisException | IllegalArgumentException e) {
            throw new StartFailure("The Redis that REDIS_URL names cannot be reached.");
        }
    }

    private static Bus bus(@Nullable RedisClient redis, JsonMapper json, Ids ids, Opened opened) {
        if (redis == null) {
            return new LocalBus();
        }
        try {
            return opened.add(RedisBus.open(redis, json, ids.next()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.");
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException file -> "there is a file of that name";
            default -> String.valueOf(e.getMessage());
        };
    }
}
