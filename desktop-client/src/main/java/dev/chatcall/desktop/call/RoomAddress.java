package dev.chatcall.desktop.call;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.IceServer;
import dev.chatcall.protocol.error.ErrorCode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A device's place in a room of the media service, and what is needed to get there.
 *
 * @param endpointId the device
 */
record RoomAddress(
        Loop loop,
        MediaEngine engine,
        Asking asking,
        UUID accountId,
        UUID callId,
        UUID endpointId,
        List<IceServer> iceServers) {

    /**
     * Lets the media service look for another way of a transport. Fails where it holds no such transport: then no other
     * way would lead anywhere.
     *
     * @param asked whether to
     * @return whether there is something to negotiate; not where the server could not be reached
     */
    CompletableFuture<Boolean> restartIfAsked(boolean asked, UUID transportId) {
        if (!asked) {
            return CompletableFuture.completedFuture(false);
        }
        return asking.ask(new CallRequest.RestartIce(callId, endpointId, transportId), CallReply.IceRestarted.class)
                .handle((fresh, failure) -> {
                    if (failure != null && CallSession.codeOf(failure).equals(ErrorCode.CALL_MEDIA_REFUSED.code())) {
                        throw failure instanceof CompletionException same ? same : new CompletionException(failure);
                    }
                    return failure == null;
                });
    }
}
