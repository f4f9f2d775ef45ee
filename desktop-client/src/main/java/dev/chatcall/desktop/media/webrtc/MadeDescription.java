package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSessionDescription;
import java.util.concurrent.CompletableFuture;

/** A description that the library makes. */
final class MadeDescription implements CreateSessionDescriptionObserver {
    private final CompletableFuture<String> sdp = new CompletableFuture<>();

    CompletableFuture<String> sdp() {
        return sdp;
    }

    @Override
    public void onSuccess(RTCSessionDescription description) {
        sdp.complete(description.sdp);
    }

    @Override
    public void onFailure(String error) {
        sdp.completeExceptionally(new MediaException(Problem.REFUSED, error));
    }
}
