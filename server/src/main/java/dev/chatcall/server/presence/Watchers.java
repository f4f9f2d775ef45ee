package dev.chatcall.server.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which connections of this server have whom on screen. Memory grows with what is on screens, at most {@link
 * dev.chatcall.protocol.Limits#WATCHED_PEOPLE_MAX} people each; contacts are not kept here. Thread-safe.
 */
final class Watchers {

    /** A connection and whose it is. */
    record Watcher(UUID connectionId, UUID viewerId) {}

    private final Map<UUID, UUID> viewers = new HashMap<>();
    private final Map<UUID, Set<UUID>> connections = new HashMap<>();
    private final Map<UUID, Set<UUID>> onScreen = new HashMap<>();
    private final Map<UUID, Set<UUID>> watchedBy = new HashMap<>();

    synchronized void add(UUID connectionId, UUID viewerId) {
        viewers.put(connectionId, viewerId);
        connections.computeIfAbsent(viewerId, id -> new HashSet<>(2)).add(connectionId);
    }

    /** With all it watches. */
    synchronized void remove(UUID connectionId) {
        replace(connectionId, Set.of());
        UUID viewerId = viewers.remove(connectionId);
        if (viewerId != null) {
            drop(connections, viewerId, connectionId);
        }
    }

    /**
     * Replaces whom the connection has on screen; adds the connection if it is not known yet.
     *
     * @return who is new there
     */
    synchronized Set<UUID> watch(UUID connectionId, UUID viewerId, Set<UUID> people) {
        add(connectionId, viewerId);
        return replace(connectionId, people);
    }

    /** The connections that have this person on screen. */
    synchronized List<Watcher> watching(UUID accountId) {
        return watchedBy.getOrDefault(accountId, Set.of()).stream()
                .flatMap(connectionId -> watcher(connectionId).stream())
                .toList();
    }

    /** The connections of this person. */
    synchronized List<Watcher> of(UUID viewerId) {
        return connections.getOrDefault(viewerId, Set.of()).stream()
                .map(connectionId -> new Watcher(connectionId, viewerId))
                .toList();
    }

    synchronized boolean hasOnScreen(UUID connectionId, UUID accountId) {
        return onScreen.getOrDefault(connectionId, Set.of()).contains(accountId);
    }

    private List<Watcher> watcher(UUID connectionId) {
        UUID viewerId = viewers.get(connectionId);
        return viewerId == null ? List.of() : List.of(new Watcher(connectionId, viewerId));
    }

    private Set<UUID> replace(UUID connectionId, Set<UUID> people) {
        Set<UUID> before = onScreen.getOrDefault(connectionId, Set.of());
        Set<UUID> added = new HashSet<>(people);
        added.removeAll(before);
        for (UUID gone : new ArrayList<>(before)) {
            if (!people.contains(gone)) {
                drop(watchedBy, gone, connectionId);
            }
        }
        added.forEach(
                id -> watchedBy.computeIfAbsent(id, watched -> new HashSet<>(2)).add(connectionId));
        if (people.isEmpty()) {
            onScreen.remove(connectionId);
        } else {
            onScreen.put(connectionId, Set.copyOf(people));
        }
        return added;
    }

    private static void drop(Map<UUID, Set<UUID>> index, UUID key, UUID connectionId) {
        index.computeIfPresent(key, (id, all) -> {
            all.remove(connectionId);
            return all.isEmpty() ? null : all;
        });
    }
}
