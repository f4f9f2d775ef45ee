package dev.chatcall.protocol.media;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the media service answers to a {@link MediaCommand}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaReply.Done.class, name = "done"),
    @JsonSubTypes.Type(value = MediaReply.Room.class, name = "room"),
    @JsonSubTypes.Type(value = MediaReply.Transport.class, name = "transport"),
    @JsonSubTypes.Type(value = MediaReply.Ice.class, name = "ice"),
    @JsonSubTypes.Type(value = MediaReply.Producer.class, name = "producer"),
    @JsonSubTypes.Type(value = MediaReply.Consumer.class, name = "consumer"),
    @JsonSubTypes.Type(value = MediaReply.Published.class, name = "sdp.published"),
    @JsonSubTypes.Type(value = MediaReply.Offered.class, name = "sdp.offered"),
    @JsonSubTypes.Type(value = MediaReply.Refused.class, name = "refused")
})
public sealed interface MediaReply {

    record Done() implements MediaReply {}

    record Room(String rtpCapabilities) implements MediaReply {}

    record Transport(UUID transportId, String iceParameters, String iceCandidates, String dtlsParameters)
            implements MediaReply {}

    record Ice(String iceParameters) implements MediaReply {}

    record Producer(UUID producerId) implements MediaReply {}

    record Consumer(UUID consumerId, String kind, String rtpParameters, boolean producerPaused) implements MediaReply {}

    /** @param producers all that the transport sends now */
    record Published(String answer, List<ProducedLine> producers) implements MediaReply {}

    /**
     * @param offer null where there is nothing to negotiate
     * @param consumers all that is received on the transport once the offer is answered
     */
    record Offered(@Nullable String offer, List<ConsumedLine> consumers) implements MediaReply {}

    /**
     * Nothing was changed.
     *
     * @param code {@code not_found} (no such room, transport, producer or consumer of that endpoint), {@code invalid}
     *     (parameters that mediasoup does not take), {@code draining} or {@code failed}
     */
    record Refused(String code, String detail) implements MediaReply {}
}
