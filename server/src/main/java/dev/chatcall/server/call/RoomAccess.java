package dev.chatcall.server.call;

import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.media.MediaReply;
import dev.chatcall.server.error.ServiceException;
import java.util.UUID;

/** Who may speak of which room of the media service: who is in its call, on that device, at that connection. */
final class RoomAccess {
    private final CallService calls;
    private final Probes probes;

    RoomAccess(CallService calls, Probes probes) {
        this.calls = calls;
        this.probes = probes;
    }

    /** The room of the call that the asker is in on that endpoint, or of the probe that the asker calls so. */
    UUID room(Asker asker, UUID callId, UUID endpointId) {
        return probes.find(asker.connectionId(), callId, endpointId)
                .map(Probes.Probe::roomId)
                .orElseGet(() -> {
                    requireIn(asker.on(endpointId), callId);
                    return callId;
                });
    }

    /** @throws ServiceException unless that device is in the call, and the call goes through the media service */
    Party requireIn(Device device, UUID callId) {
        CallState call = calls.visible(new Asker(device.accountId(), device.connectionId()), callId);
        CallService.requireRunning(call);
        Party party = CallRules.on(call, device);
        if (call.route() != CallRoute.MEDIA_SERVICE) {
            throw new ServiceException(ErrorCode.CALL_MEDIA_REFUSED, "That call goes directly from one to the other");
        }
        return party;
    }

    static <T extends MediaReply> T expect(Class<T> type, MediaReply reply) {
        if (!type.isInstance(reply)) {
            throw new ServiceException(ErrorCode.CALL_MEDIA_REFUSED, "The media service answered something else");
        }
        return type.cast(reply);
    }
}
