package dev.chatcall.desktop.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that is signed in on this device.
 *
 * @param server where its server is, such as {@code https://chat.example.org}; without a slash at the end
 * @param name as it was shown last; empty while it is not known
 * @param lastUsedAt ms since the epoch
 */
public record KnownAccount(
        String server,
        UUID accountId,
        String name,
        @Nullable UUID avatarId,
        long lastUsedAt) {

    public boolean is(String url, UUID id) {
        return server.equals(url) && accountId.equals(id);
    }
}
