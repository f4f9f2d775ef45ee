package dev.chatcall.protocol.media;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/**
 * What the server tells the media service to do. A room is one call; an endpoint is one device in it, and owns its
 * transports, producers and consumers. Parameters of RTP, ICE and DTLS are JSON texts in mediasoup's shapes.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaCommand.OpenRoom.class, name = "room.open"),
    @JsonSubTypes.Type(value = MediaCommand.CloseRoom.class, name = "room.close"),
    @JsonSubTypes.Type(value = MediaCommand.CloseEndpoint.class, name = "endpoint.close"),
    @JsonSubTypes.Type(value = MediaCommand.OpenTransport.class, name = "transport.open"),
    @JsonSubTypes.Type(value = MediaCommand.ConnectTransport.class, name = "transport.connect"),
    @JsonSubTypes.Type(value = MediaCommand.RestartIce.class, name = "transport.restart_ice"),
    @JsonSubTypes.Type(value = MediaCommand.Produce.class, name = "producer.open"),
    @JsonSubTypes.Type(value = MediaCommand.SetProducer.class, name = "producer.set"),
    @JsonSubTypes.Type(value = MediaCommand.CloseProducer.class, name = "producer.close"),
    @JsonSubTypes.Type(value = MediaCommand.Consume.class, name = "consumer.open"),
    @JsonSubTypes.Type(value = MediaCommand.SetConsumer.class, name = "consumer.set"),
    @JsonSubTypes.Type(value = MediaCommand.Publish.class, name = "sdp.publish"),
    @JsonSubTypes.Type(value = MediaCommand.Subscribe.class, name = "sdp.subscribe"),
    @JsonSubTypes.Type(value = MediaCommand.Answer.class, name = "sdp.answer")
})
public sealed interface MediaCommand {

    /** Opens a room unless it is open. Answered by {@code room}. */
    record OpenRoom(UUID roomId) implements MediaCommand {}

    /** With everything in it. Without effect when there is none. */
    record CloseRoom(UUID roomId) implements MediaCommand {}

    /** With everything that it owns. Without effect when there is none. */
    record CloseEndpoint(UUID roomId, UUID endpointId) implements MediaCommand {}

    /**
     * Answered by {@code transport}.
     *
     * @param receiving the client receives on it; otherwise it sends
     */
    record OpenTransport(UUID roomId, UUID endpointId, boolean receiving, boolean tcpOnly) implements MediaCommand {}

    record ConnectTransport(UUID roomId, UUID endpointId, UUID transportId, String dtlsParameters)
            implements MediaCommand {}

    /** Answered by {@code ice}. */
    record RestartIce(UUID roomId, UUID endpointId, UUID transportId) implements MediaCommand {}

    /**
     * Answered by {@code producer}.
     *
     * @param kind {@code audio} or {@code video}
     * @param observed whether its loudness counts for who is speaking
     */
    record Produce(
            UUID roomId,
            UUID endpointId,
            UUID transportId,
            String kind,
            String rtpParameters,
            boolean paused,
            boolean observed)
            implements MediaCommand {}

    record SetProducer(UUID roomId, UUID endpointId, UUID producerId, boolean paused) implements MediaCommand {}

    record CloseProducer(UUID roomId, UUID endpointId, UUID producerId) implements MediaCommand {}

    /** Answered by {@code consumer}. Begins paused. */
    record Consume(UUID roomId, UUID endpointId, UUID transportId, UUID producerId, String rtpCapabilities)
            implements MediaCommand {}

    record SetConsumer(UUID roomId, UUID endpointId, UUID consumerId, boolean paused, int spatialLayer)
            implements MediaCommand {}

    /**
     * For a client that speaks SDP: the producers of its transport become what its offer sends, one a line. What it no
     * longer sends is closed; what it sent before stays as it is. Answered by {@code sdp.published}.
     *
     * @param offer of all that the client sends on this transport; asking again with the same is safe
     * @param lines exactly those on which the offer sends
     */
    record Publish(UUID roomId, UUID endpointId, UUID transportId, String offer, List<SentLine> lines)
            implements MediaCommand {}

    /**
     * For a client that speaks SDP: it receives these producers and no others. Begins paused. Producers that the room
     * does not have, or that the client cannot receive, are left out. Answered by {@code sdp.offered}.
     *
     * @param capabilities an SDP that offers to receive a sound and a picture, for what the client understands
     */
    record Subscribe(UUID roomId, UUID endpointId, UUID transportId, String capabilities, List<UUID> producerIds)
            implements MediaCommand {}

    /** To what {@code sdp.offered} offers; until then that is offered again. Its first section suffices. */
    record Answer(UUID roomId, UUID endpointId, UUID transportId, String answer) implements MediaCommand {}
}
