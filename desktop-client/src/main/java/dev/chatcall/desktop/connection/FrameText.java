package dev.chatcall.desktop.connection;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Frames as they travel. */
public final class FrameText {
    private static final Logger LOG = LoggerFactory.getLogger(FrameText.class);

    private final JsonMapper json;

    public FrameText(JsonMapper json) {
        this.json = json;
    }

    public String write(ClientMessage frame) {
        return json.writerFor(ClientMessage.class).writeValueAsString(frame);
    }

    /** Empty for what is no frame of this protocol, or of a newer one. */
    public Optional<ServerMessage> read(String text) {
        try {
            return Optional.ofNullable(json.readValue(text, ServerMessage.class));
        } catch (JacksonException e) {
            LOG.debug("A frame that cannot be read", e);
            return Optional.empty();
        }
    }
}
