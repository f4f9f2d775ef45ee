package dev.chatcall.server.call;

import java.util.UUID;

/** Who asks, as the server knows it: from the connection, never from what was sent. */
public record Asker(UUID accountId, UUID connectionId) {

    Device on(UUID endpointId) {
        return new Device(accountId, endpointId, connectionId);
    }
}
