package dev.chatcall.protocol.media;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/**
 * One text frame on the control connection, which the server opens at the media service's {@code /control} with
 * {@code Authorization: Bearer} and the shared secret. The media service speaks first, with {@code welcome}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaFrame.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = MediaFrame.Command.class, name = "command"),
    @JsonSubTypes.Type(value = MediaFrame.Reply.class, name = "reply"),
    @JsonSubTypes.Type(value = MediaFrame.Event.class, name = "event")
})
public sealed interface MediaFrame {
    /** The version that {@code welcome} must name. */
    int VERSION = 1;

    /**
     * @param version {@link #VERSION}; with another the server does not go on
     * @param instanceId made at each start: another one means that every room is gone
     * @param mediasoup its version
     * @param ports the first and the last that clients reach (UDP and TCP)
     */
    record Welcome(
            int version, UUID instanceId, String mediasoup, int workers, String announcedAddress, List<Integer> ports)
            implements MediaFrame {}

    /** @param id comes back in the reply */
    record Command(long id, MediaCommand command) implements MediaFrame {}

    record Reply(long id, MediaReply reply) implements MediaFrame {}

    record Event(MediaEvent event) implements MediaFrame {}
}
