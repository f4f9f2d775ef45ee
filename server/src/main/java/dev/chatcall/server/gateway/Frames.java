package dev.chatcall.server.gateway;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.InvalidFieldException;
import dev.chatcall.protocol.Require;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
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

    /** @throws JacksonException or {@link ServiceException} when it is no message of the protocol */
    ClientMessage decode(String text) {
        ClientMessage message = reader.readValue(text);
        if (message == null) {
            throw new ServiceException(ErrorCode.REQUEST_MALFORMED, "The frame is null");
        }
        return message;
    }

    /**
     * The request id of a frame that is no good otherwise, so that its sender learns which it was; null if there is none
     * that could be sent back.
     */
    @Nullable
    String requestId(String text) {
        try {
            JsonNode id = tree.readTree(text).path("requestId");
            return id.isString() ? Require.text(id.stringValue(), "requestId", 1, 64) : null;
        } catch (JacksonException | InvalidFieldException unreadable) {
            return null;
        }
    }

    /** Encoded once, sent to many: not to be changed by who sends it. */
    ByteBuffer encode(ServerMessage message) {
        return ByteBuffer.wrap(writer.writeValueAsBytes(message)).asReadOnlyBuffer();
    }
}
