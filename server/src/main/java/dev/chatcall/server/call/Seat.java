package dev.chatcall.server.call;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place of a person who is in a call: on one device.
 *
 * @param connectionId the connection which that device had last
 * @param joinedAt when the person came on this device
 * @param awaySince when that connection was lost, null while it is there
 */
record Seat(
        UUID endpointId,
        UUID connectionId,
        Instant joinedAt,
        @Nullable Instant awaySince) {

    static Seat of(Device device, Instant now) {
        return new Seat(device.endpointId(), device.connectionId(), now, null);
    }

    boolean connected() {
        return awaySince == null;
    }

    boolean isOf(Device device) {
        return endpointId.equals(device.endpointId()) && connectionId.equals(device.connectionId());
    }

    Seat away(Instant now) {
        return new Seat(endpointId, connectionId, joinedAt, now);
    }

    /** The same device, come back. */
    Seat back(UUID connection) {
        return new Seat(endpointId, connection, joinedAt, null);
    }
}
