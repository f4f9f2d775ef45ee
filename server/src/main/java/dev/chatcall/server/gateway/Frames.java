package dev.chatcall.server.gateway;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Between messages and the JSON of their frames. */
final class Frames {
    private final JsonMapper tree;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    Frames(JsonMapper mapper) {
        this.tree = mapper;
        this.reader = mapper.readerFor(ClientMessage.class);
        this.writer = mapper.writerFor(ServerMessage.class);
    }

    /** @throws tools.jackson.core.JacksonException when it is no message of the protocol */
    ClientMessage decode(String text) {
        return reader.readValue(text);
    }

    /** The request id of a frame that is no good otherwise, so that its sender learns which it was; null if none. */
    @Nullable
    String requestId(String text) {
        try {
            JsonNode id = tree.readTree(text).path("requestId");
            return id.isString() ? id.stringValue() : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    /** Encoded once, sent to many: not to be changed by who sends it. */
    ByteBuffer encode(ServerMessage message) {
        return ByteBuffer.wrap(writer.writeValueAsBytes(message)).asReadOnlyBuffer();
    }
}
