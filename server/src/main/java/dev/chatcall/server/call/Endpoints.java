package dev.chatcall.server.call;

import dev.chatcall.server.bus.Endpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which connection of this server speaks for which device in a call: one device a connection, the last one it named. */
public final class Endpoints {
    private final Map<UUID, Endpoint> byConnection = new HashMap<>();
    private final Map<Endpoint, UUID> connections = new HashMap<>();

    synchronized void put(Device device) {
        remove(device.connectionId());
        Endpoint endpoint = new Endpoint(device.accountId(), device.endpointId());
        UUID earlier = connections.put(endpoint, device.connectionId());
        if (earlier != null) {
            byConnection.remove(earlier);
        }
        byConnection.put(device.connectionId(), endpoint);
    }

    synchronized void remove(UUID connectionId) {
        Endpoint endpoint = byConnection.remove(connectionId);
        if (endpoint != null) {
            connections.remove(endpoint, connectionId);
        }
    }

    /** The connection that speaks for the device here, or null: it is elsewhere or gone. */
    public synchronized @Nullable UUID connectionOf(Endpoint endpoint) {
        return connections.get(endpoint);
    }

    synchronized Set<UUID> connections() {
        return Set.copyOf(byConnection.keySet());
    }
}
