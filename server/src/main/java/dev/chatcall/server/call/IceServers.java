package dev.chatcall.server.call;

import dev.chatcall.protocol.call.IceServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * STUN and TURN servers to hand out. TURN credentials are made by the TURN REST scheme that coturn calls {@code
 * use-auth-secret}: the user name is when it expires and for whom it was made, the password its HMAC-SHA1.
 */
public final class IceServers {
    private static final Duration VALID = Duration.ofHours(1);

    private final List<String> stunUrls;
    private final List<String> turnUrls;
    private final @Nullable String turnSecret;
    private final Clock clock;

    /** @param turnSecret shared with the TURN servers; without it none of them is handed out */
    public IceServers(List<String> stunUrls, List<String> turnUrls, @Nullable String turnSecret, Clock clock) {
        this.stunUrls = List.copyOf(stunUrls);
        this.turnUrls = List.copyOf(turnUrls);
        this.turnSecret = turnSecret;
        this.clock = clock;
    }

    /** Good for an hour. May be empty: then only people in one network find each other directly. */
    public List<IceServer> of(UUID accountId) {
        List<IceServer> servers = new ArrayList<>();
        if (!stunUrls.isEmpty()) {
            servers.add(new IceServer(stunUrls, null, null));
        }
        if (!turnUrls.isEmpty() && turnSecret != null) {
            String username = clock.instant().plus(VALID).getEpochSecond() + ":" + accountId;
            servers.add(new IceServer(turnUrls, username, credential(turnSecret, username)));
        }
        return servers;
    }

    static String credential(String secret, String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA1", e);
        }
    }
}
