package dev.chatcall.server.presence;

import java.util.Set;
import java.util.UUID;

/** A reason to tell somebody about somebody. */
sealed interface PresenceTask {

    /** The person came, went or changed who may see when. */
    record Touched(UUID accountId) implements PresenceTask {}

    /** The two see more or less of each other. */
    record Related(UUID one, UUID other) implements PresenceTask {}

    /** The connection is new. */
    record Opened(UUID connectionId, UUID viewerId) implements PresenceTask {}

    /** These people are new on the connection's screen. */
    record Watched(UUID connectionId, UUID viewerId, Set<UUID> accountIds) implements PresenceTask {}
}
