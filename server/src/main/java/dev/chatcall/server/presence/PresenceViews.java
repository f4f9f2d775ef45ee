package dev.chatcall.server.presence;

import dev.chatcall.server.presence.PresenceStore.Look;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is seen by looks, many at once. All methods wait for the database and Redis. */
final class PresenceViews {
    private final Presence presence;
    private final PresenceStore store;

    PresenceViews(Presence presence, PresenceStore store) {
        this.presence = presence;
        this.store = store;
    }

    /**
     * @param sure looks that are allowed
     * @param asked looks that may be
     * @return what is seen by each look that is allowed
     */
    Map<Look, dev.chatcall.protocol.presence.Presence> of(Collection<Look> sure, Collection<Look> asked) {
        Set<Look> looks = new HashSet<>(sure);
        looks.addAll(store.allowed(asked));
        if (looks.isEmpty()) {
            return Map.of();
        }
        Set<UUID> people = looks.stream().map(Look::accountId).collect(Collectors.toSet());
        Set<UUID> online = presence.onlineAmong(people);
        people.removeAll(online);
        Map<UUID, Instant> lastSeen = people.isEmpty() ? Map.of() : store.lastSeen(people);
        Map<Look, dev.chatcall.protocol.presence.Presence> seen = new HashMap<>();
        looks.forEach(look -> seen.put(
                look, view(look.accountId(), online.contains(look.accountId()), lastSeen.get(look.accountId()))));
        return seen;
    }

    /** How everybody looks who is not to be seen. */
    static dev.chatcall.protocol.presence.Presence hidden(UUID accountId) {
        return new dev.chatcall.protocol.presence.Presence(accountId, false, null);
    }

    private static dev.chatcall.protocol.presence.Presence view(
            UUID accountId, boolean online, @Nullable Instant lastSeen) {
        return new dev.chatcall.protocol.presence.Presence(
                accountId, online, lastSeen == null ? null : lastSeen.toEpochMilli());
    }
}
