package dev.chatcall.server.gateway;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.server.presence.PresenceSink;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Brings presence to the connections; a busy one goes without. */
public final class PresencePost implements PresenceSink {
    private final Connections connections;
    private final Frames frames;

    public PresencePost(Connections connections, JsonMapper json) {
        this.connections = connections;
        this.frames = new Frames(json);
    }

    @Override
    public void send(UUID connectionId, ServerMessage message) {
        Connection connection = connections.find(connectionId);
        if (connection != null) {
            connection.sendDroppable(frames.encode(message));
        }
    }
}
