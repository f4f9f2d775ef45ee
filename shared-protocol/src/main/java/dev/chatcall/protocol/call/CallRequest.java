package dev.chatcall.protocol.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks about calls, inside {@code call.request}. Each is answered by {@code call.reply} or {@code error}.
 *
 * <p>An {@code endpointId} is made by the client and stays the same through a reload of the page. Parameters of RTP, ICE
 * and DTLS are JSON texts as the media library wrote them: the server passes them on without reading them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CallRequest.StartCall.class, name = "start"),
    @JsonSubTypes.Type(value = CallRequest.JoinCall.class, name = "join"),
    @JsonSubTypes.Type(value = CallRequest.DeclineCall.class, name = "decline"),
    @JsonSubTypes.Type(value = CallRequest.LeaveCall.class, name = "leave"),
    @JsonSubTypes.Type(value = CallRequest.EndCall.class, name = "end"),
    @JsonSubTypes.Type(value = CallRequest.AddToCall.class, name = "add"),
    @JsonSubTypes.Type(value = CallRequest.SetMedia.class, name = "media"),
    @JsonSubTypes.Type(value = CallRequest.React.class, name = "react"),
    @JsonSubTypes.Type(value = CallRequest.SendSignal.class, name = "signal"),
    @JsonSubTypes.Type(value = CallRequest.GetIceServers.class, name = "ice_servers"),
    @JsonSubTypes.Type(value = CallRequest.UseMediaService.class, name = "use_media_service"),
    @JsonSubTypes.Type(value = CallRequest.OpenRoom.class, name = "room.open"),
    @JsonSubTypes.Type(value = CallRequest.OpenProbe.class, name = "probe.open"),
    @JsonSubTypes.Type(value = CallRequest.OpenTransport.class, name = "transport.open"),
    @JsonSubTypes.Type(value = CallRequest.ConnectTransport.class, name = "transport.connect"),
    @JsonSubTypes.Type(value = CallRequest.RestartIce.class, name = "transport.restart_ice"),
    @JsonSubTypes.Type(value = CallRequest.Produce.class, name = "producer.open"),
    @JsonSubTypes.Type(value = CallRequest.SetProducer.class, name = "producer.set"),
    @JsonSubTypes.Type(value = CallRequest.CloseProducer.class, name = "producer.close"),
    @JsonSubTypes.Type(value = CallRequest.Consume.class, name = "consumer.open"),
    @JsonSubTypes.Type(value = CallRequest.SetConsumer.class, name = "consumer.set"),
    @JsonSubTypes.Type(value = CallRequest.Publish.class, name = "sdp.publish"),
    @JsonSubTypes.Type(value = CallRequest.Subscribe.class, name = "sdp.subscribe"),
    @JsonSubTypes.Type(value = CallRequest.AnswerOffer.class, name = "sdp.answer")
})
public sealed interface CallRequest {

    /**
     * Rings the others of a conversation. Where it has a call already, this joins that one: two people who call each
     * other are in one call. Answered by {@code joined}.
     *
     * @param callId made by the client (UUIDv7); asking again with the same is safe
     */
    record StartCall(UUID callId, UUID conversationId, UUID endpointId, boolean video, MediaState media)
            implements CallRequest {
        public StartCall {
            Require.present(callId, "callId");
            Require.present(conversationId, "conversationId");
            Require.present(endpointId, "endpointId");
            Require.present(media, "media");
        }
    }

    /**
     * Accepts a call that rings, joins one that runs, comes back to it after a reload or takes it over from another
     * device of one's own. Answered by {@code joined}.
     */
    record JoinCall(UUID callId, UUID endpointId, MediaState media) implements CallRequest {
        public JoinCall {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(media, "media");
        }
    }

    /** Stops it ringing on all of one's devices. */
    record DeclineCall(UUID callId) implements CallRequest {
        public DeclineCall {
            Require.present(callId, "callId");
        }
    }

    /** @param quality why it was bad, null when it was not */
    record LeaveCall(UUID callId, @Nullable QualityCause quality) implements CallRequest {
        public LeaveCall {
            Require.present(callId, "callId");
        }
    }

    /** For all: either of two people, or an owner or administrator of the group. */
    record EndCall(UUID callId) implements CallRequest {
        public EndCall {
            Require.present(callId, "callId");
        }
    }

    /**
     * Rings more people. In a group they must be members. A call between two moves to a new group of all of them, and
     * the answer, {@code joined}, is about the call that goes on there; the old one ends as {@code moved}.
     *
     * @param groupName of the group that is made; unused in a group
     */
    record AddToCall(UUID callId, List<UUID> accountIds, String groupName) implements CallRequest {
        public AddToCall {
            Require.present(callId, "callId");
            accountIds = Require.list(accountIds, "accountIds", Limits.CALL_PARTICIPANTS_MAX);
            Require.text(groupName, "groupName", 0, Limits.GROUP_NAME_MAX);
        }
    }

    /** Tells the others of one's microphone, camera, screen and hand. */
    record SetMedia(UUID callId, UUID endpointId, MediaState media) implements CallRequest {
        public SetMedia {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(media, "media");
        }
    }

    /** Shown for a moment and kept nowhere. */
    record React(UUID callId, String emoji) implements CallRequest {
        public React {
            Require.present(callId, "callId");
            Require.text(emoji, "emoji", 1, Limits.REACTION_MAX);
        }
    }

    /** @param to the endpoint of the other person of a direct call */
    record SendSignal(UUID callId, UUID endpointId, UUID to, Signal signal) implements CallRequest {
        public SendSignal {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(to, "to");
            Require.present(signal, "signal");
        }
    }

    /** Fresh STUN and TURN servers. Answered by {@code ice_servers}. */
    record GetIceServers() implements CallRequest {}

    /** No direct way was found: the media service takes over. Without effect when it has. */
    record UseMediaService(UUID callId) implements CallRequest {
        public UseMediaService {
            Require.present(callId, "callId");
        }
    }

    /** The first step to the media service, and to begin afresh: what the device sent before is gone. Answered by {@code room}. */
    record OpenRoom(UUID callId, UUID endpointId) implements CallRequest {
        public OpenRoom {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
        }
    }

    /**
     * A room for oneself, closed by itself after half a minute, to find out whether the media service can be reached.
     * {@code probeId} then stands for {@code callId} in what follows. Answered by {@code room}.
     */
    record OpenProbe(UUID probeId, UUID endpointId) implements CallRequest {
        public OpenProbe {
            Require.present(probeId, "probeId");
            Require.present(endpointId, "endpointId");
        }
    }

    /**
     * Answered by {@code transport}.
     *
     * @param tcpOnly to find out whether TCP gets through where UDP does not
     */
    record OpenTransport(UUID callId, UUID endpointId, TransportDirection direction, boolean tcpOnly)
            implements CallRequest {
        public OpenTransport {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(direction, "direction");
        }
    }

    record ConnectTransport(UUID callId, UUID endpointId, UUID transportId, String dtlsParameters)
            implements CallRequest {
        public ConnectTransport {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(transportId, "transportId");
            Require.text(dtlsParameters, "dtlsParameters", 2, Limits.MEDIA_PARAMETERS_MAX);
        }
    }

    /** Answered by {@code ice}. */
    record RestartIce(UUID callId, UUID endpointId, UUID transportId) implements CallRequest {
        public RestartIce {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(transportId, "transportId");
        }
    }

    /** Answered by {@code producer}; the others learn of it from the call's participants. */
    record Produce(
            UUID callId, UUID endpointId, UUID transportId, TrackSource source, String rtpParameters, boolean paused)
            implements CallRequest {
        public Produce {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(transportId, "transportId");
            Require.present(source, "source");
            Require.text(rtpParameters, "rtpParameters", 2, Limits.MEDIA_PARAMETERS_MAX);
        }
    }

    record SetProducer(UUID callId, UUID endpointId, UUID producerId, boolean paused) implements CallRequest {
        public SetProducer {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(producerId, "producerId");
        }
    }

    record CloseProducer(UUID callId, UUID endpointId, UUID producerId) implements CallRequest {
        public CloseProducer {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(producerId, "producerId");
        }
    }

    /** Answered by {@code consumer}. It begins paused: {@code consumer.set} once the client is ready. */
    record Consume(UUID callId, UUID endpointId, UUID transportId, UUID producerId, String rtpCapabilities)
            implements CallRequest {
        public Consume {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(transportId, "transportId");
            Require.present(producerId, "producerId");
            Require.text(rtpCapabilities, "rtpCapabilities", 2, Limits.MEDIA_PARAMETERS_MAX);
        }
    }

    /** @param spatialLayer the highest wanted, 0 the smallest picture; the bandwidth may give less */
    record SetConsumer(UUID callId, UUID endpointId, UUID consumerId, boolean paused, int spatialLayer)
            implements CallRequest {
        public SetConsumer {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(consumerId, "consumerId");
            Require.within(spatialLayer, "spatialLayer", 0, Limits.SPATIAL_LAYERS - 1);
        }
    }

    /**
     * For clients that speak SDP, in place of {@code transport.connect} and {@code producer.open}: what is sent on this
     * transport becomes what the offer says. One asks for one at a time. A line once offered may become inactive, never
     * closed; ICE is restarted by {@code transport.restart_ice} and an offer that does so too. Answered by {@code
     * sdp.published}; the others learn of it from the call's participants.
     *
     * @param offer asking again with the same is safe
     * @param lines exactly those on which the offer sends
     */
    record Publish(UUID callId, UUID endpointId, UUID transportId, String offer, List<PublishedLine> lines)
            implements CallRequest {
        public Publish {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(transportId, "transportId");
            Require.text(offer, "offer", 2, Limits.SDP_MAX);
            lines = PublishedLine.distinct(Require.list(lines, "lines", Limits.SENT_LINES_MAX));
        }
    }

    /**
     * For clients that speak SDP, in place of {@code consumer.open}: these are received on this transport and no others.
     * What cannot be received (any more) is left out. New ones begin paused: {@code consumer.set} once the offer is
     * answered. An offer that is not answered is offered again, whatever is asked for by then. After {@code
     * transport.restart_ice} there is always an offer. Answered by {@code sdp.offered}.
     *
     * @param capabilities an SDP that offers to receive a sound and a picture, for what the client understands
     */
    record Subscribe(UUID callId, UUID endpointId, UUID transportId, String capabilities, List<UUID> producerIds)
            implements CallRequest {
        public Subscribe {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(transportId, "transportId");
            Require.text(capabilities, "capabilities", 2, Limits.SDP_MAX);
            producerIds = Require.list(producerIds, "producerIds", Limits.SUBSCRIPTIONS_MAX);
        }
    }

    /** @param answer to the last {@code sdp.offered}; it may end after its first media section */
    record AnswerOffer(UUID callId, UUID endpointId, UUID transportId, String answer) implements CallRequest {
        public AnswerOffer {
            Require.present(callId, "callId");
            Require.present(endpointId, "endpointId");
            Require.present(transportId, "transportId");
            Require.text(answer, "answer", 2, Limits.SDP_MAX);
        }
    }
}
