package dev.chatcall.server.presence;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Knows who is online: whoever has a connection to any server of the installation, or lost the last one less than the
 * grace ago. Each coming online and going offline is published as {@link
 * dev.chatcall.server.bus.BusEvent.PresenceTouched}, after the account's {@code last_seen_at} is written.
 */
public interface Presence extends AutoCloseable {

    /** A connection of the account to this server is open. Does not block. */
    void came(UUID accountId, UUID connectionId);

    /** That connection is closed. Saying it twice does no harm. Does not block. */
    void went(UUID accountId, UUID connectionId);

    /** Those of the accounts who are online. May wait for the network; not for the bus's threads. */
    Set<UUID> onlineAmong(Collection<UUID> accountIds);

    /** This server stops: who is connected to it alone goes offline at once. Returns when that is written. */
    @Override
    void close();
}
