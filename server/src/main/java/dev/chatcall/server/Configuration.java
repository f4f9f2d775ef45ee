package dev.chatcall.server;

import dev.chatcall.protocol.account.RegistrationMode;
import dev.chatcall.server.media.MediaSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator can choose, read and checked. Nothing here is secret but what the operator brings along; what
 * the server makes up itself lives in the data folder.
 *
 * @param port 0 for any that is free
 * @param publicUrl where browsers find the server, or null: wherever they asked
 * @param webRoot the built web client, or null: none is served
 * @param databaseUrl an external PostgreSQL, or null: the embedded one
 * @param signingKeyFile signs access tokens, made if it is missing; servers that are one share it. Null: the data
 *     folder's own
 * @param redisUrl a Redis shared with other servers, or null: this server is alone
 * @param smtpUrl {@code smtp://user:password@host:port}, or null: no mail is sent
 * @param mailFrom the sender of mails, or null
 * @param trustedProxies addresses with commas between, may be empty
 * @param stunUrls {@code stun:host:port}, may be empty
 * @param turnUrls {@code turn:host:port?transport=udp} and the like, may be empty
 * @param turnSecret shared with the TURN servers, null where there are none
 * @param media where the media service comes from
 * @param passwordCost bcrypt rounds as a power of two
 */
public record Configuration(
        String host,
        int port,
        Path dataFolder,
        String serverName,
        RegistrationMode registration,
        @Nullable URI publicUrl,
        @Nullable Path webRoot,
        @Nullable Path signingKeyFile,
        @Nullable String databaseUrl,
        @Nullable URI redisUrl,
        @Nullable URI smtpUrl,
        @Nullable String mailFrom,
        @Nullable String metricsToken,
        String trustedProxies,
        List<String> stunUrls,
        List<String> turnUrls,
        @Nullable String turnSecret,
        boolean rateLimits,
        MediaSettings media,
        int passwordCost) {
    /** Rounds for a real server; tests take fewer. */
    public static final int PASSWORD_COST = 12;

    /** Without what may hold a password. */
    @Override
    public String toString() {
        return "Configuration[host=" + host + ", port=" + port + ", dataFolder=" + dataFolder + "]";
    }
}
