package dev.chatcall.protocol.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server answers to a {@link CallRequest}, inside {@code call.reply}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CallReply.Done.class, name = "done"),
    @JsonSubTypes.Type(value = CallReply.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = CallReply.IceServers.class, name = "ice_servers"),
    @JsonSubTypes.Type(value = CallReply.RoomOpened.class, name = "room"),
    @JsonSubTypes.Type(value = CallReply.TransportOpened.class, name = "transport"),
    @JsonSubTypes.Type(value = CallReply.IceRestarted.class, name = "ice"),
    @JsonSubTypes.Type(value = CallReply.Produced.class, name = "producer"),
    @JsonSubTypes.Type(value = CallReply.Consumed.class, name = "consumer"),
    @JsonSubTypes.Type(value = CallReply.Published.class, name = "sdp.published"),
    @JsonSubTypes.Type(value = CallReply.Offered.class, name = "sdp.offered")
})
public sealed interface CallReply {

    /** It is done, and there is nothing more to say. */
    record Done() implements CallReply {}

    /** @param call in which one is now; perhaps another than asked for */
    record Joined(Call call, List<IceServer> iceServers) implements CallReply {}

    record IceServers(List<IceServer> iceServers) implements CallReply {}

    /** @param rtpCapabilities JSON */
    record RoomOpened(String rtpCapabilities) implements CallReply {}

    /** Each but the id is JSON. */
    record TransportOpened(UUID transportId, String iceParameters, String iceCandidates, String dtlsParameters)
            implements CallReply {}

    /** @param iceParameters JSON */
    record IceRestarted(String iceParameters) implements CallReply {}

    record Produced(UUID producerId) implements CallReply {}

    /**
     * @param kind {@code audio} or {@code video}
     * @param rtpParameters JSON
     */
    record Consumed(UUID consumerId, UUID producerId, String kind, String rtpParameters, boolean producerPaused)
            implements CallReply {}

    /** @param tracks all that is sent on the transport now */
    record Published(String answer, List<SentTrack> tracks) implements CallReply {}

    /**
     * @param offer null where there is nothing to negotiate
     * @param tracks all that is received on the transport once the offer is answered
     */
    record Offered(@Nullable String offer, List<ReceivedTrack> tracks) implements CallReply {}
}
