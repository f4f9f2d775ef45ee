package dev.chatcall.server.presence;

import dev.chatcall.protocol.ServerMessage;
import java.util.UUID;

/** Where presence is told: the connections of this server. */
@FunctionalInterface
public interface PresenceSink {
    /** Must not block. May drop the message; a connection that is gone already is no error. */
    void send(UUID connectionId, ServerMessage message);
}
