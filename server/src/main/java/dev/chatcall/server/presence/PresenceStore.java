package dev.chatcall.server.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What the database knows about presence. */
interface PresenceStore {

    /** Somebody looks at somebody. */
    record Look(UUID viewerId, UUID accountId) {}

    /** The times only move forward. */
    void saw(Map<UUID, Instant> lastSeen);

    /**
     * Those of the looks that are allowed: at oneself, at a contact, and at somebody with whom the viewer shares an active
     * conversation unless one of the two blocks the other. In one query.
     */
    Collection<Look> allowed(Collection<Look> looks);

    /** When these people were last seen, without those who hide it or were never seen. In one query. */
    Map<UUID, Instant> lastSeen(Collection<UUID> accountIds);
}
