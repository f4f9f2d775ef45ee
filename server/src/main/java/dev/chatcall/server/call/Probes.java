package dev.chatcall.server.call;

import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.server.id.Ids;
import dev.chatcall.server.media.MediaService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Rooms for one connection each, to find out whether the media service can be reached. Kept in memory: what a killed
 * server forgets is an empty room.
 */
final class Probes {
    private static final Duration OPEN = Duration.ofSeconds(30);

    /**
     * @param probeId the client's name for it
     * @param roomId the media service's, made here: a client's own choice could be another's call
     */
    record Probe(UUID probeId, UUID roomId, UUID endpointId, Instant until) {}

    private final Map<UUID, Probe> byConnection = new ConcurrentHashMap<>();
    private final MediaService media;
    private final Ids ids;
    private final Clock clock;

    Probes(MediaService media, Ids ids, Clock clock) {
        this.media = media;
        this.ids = ids;
        this.clock = clock;
    }

    /** One a connection: an earlier one is closed. */
    Probe open(UUID connectionId, UUID probeId, UUID endpointId) {
        Probe probe = new Probe(probeId, ids.next(), endpointId, clock.instant().plus(OPEN));
        close(byConnection.put(connectionId, probe));
        return probe;
    }

    /** The connection's room, if that is how it calls it. */
    Optional<Probe> find(UUID connectionId, UUID probeId, UUID endpointId) {
        return Optional.ofNullable(byConnection.get(connectionId))
                .filter(probe ->
                        probe.probeId().equals(probeId) && probe.endpointId().equals(endpointId));
    }

    void closed(UUID connectionId) {
        close(byConnection.remove(connectionId));
    }

    /** Closes those that have been open for long enough. */
    void sweep(Instant now) {
        byConnection.forEach((connectionId, probe) -> {
            if (!now.isBefore(probe.until()) && byConnection.remove(connectionId, probe)) {
                close(probe);
            }
        });
    }

    private void close(@Nullable Probe probe) {
        if (probe != null) {
            // A room that is not there needs no closing.
            media.ask(new MediaCommand.CloseRoom(probe.roomId())).exceptionally(gone -> null);
        }
    }
}
