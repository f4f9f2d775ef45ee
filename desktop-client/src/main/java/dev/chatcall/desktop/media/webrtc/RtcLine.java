package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.Line;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.chatcall.desktop.media.MediaKind;
import dev.chatcall.desktop.media.Peer.Direction;
import dev.chatcall.desktop.media.Peer.Encoding;
import dev.chatcall.desktop.media.VideoSource;
import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpSendParameters;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One transceiver. Made on the media thread. */
final class RtcLine implements Line {
    private final RtcPeer peer;
    private final RTCRtpTransceiver transceiver;
    private final RTCRtpSender sender;
    private final @Nullable RtcVideo video;
    private volatile @Nullable String mid;
    /** On the media thread: the library has let it go. */
    private boolean gone;

    RtcLine(RtcPeer peer, MediaThread thread, RTCRtpTransceiver transceiver) {
        this.peer = peer;
        this.transceiver = transceiver;
        sender = transceiver.getSender();
        video = transceiver.getReceiver().getTrack() instanceof VideoTrack track ? new RtcVideo(thread, track) : null;
        look();
    }

    @Override
    public @Nullable String mid() {
        return mid;
    }

    @Override
    public MediaKind kind() {
        return video == null ? MediaKind.AUDIO : MediaKind.VIDEO;
    }

    @Override
    public @Nullable VideoSource video() {
        return video;
    }

    @Override
    public CompletableFuture<Void> send(@Nullable LocalTrack track) {
        return inTurn(() -> {
            sender.replaceTrack(track instanceof RtcTrack own ? own.track() : null);
        });
    }

    @Override
    public CompletableFuture<Void> setDirection(Direction direction) {
        return inTurn(() -> {
            // The library ends the program where it wants to say that this is refused.
            if (transceiver.stopped()) {
                throw new MediaException(Problem.REFUSED, "the line is closed");
            }
            transceiver.setDirection(nativeOf(direction));
        });
    }

    @Override
    public CompletableFuture<Void> setEncodings(List<Encoding> encodings) {
        return inTurn(() -> {
            RTCRtpSendParameters parameters = sender.getParameters();
            for (int i = 0; i < Math.min(encodings.size(), parameters.encodings.size()); i++) {
                set(parameters.encodings.get(i), encodings.get(i), kind());
            }
            sender.setParameters(parameters);
        });
    }

    private CompletableFuture<Void> inTurn(Runnable task) {
        return peer.inTurn(() -> {
            if (gone) {
                throw new MediaException(Problem.REFUSED, "the line is closed");
            }
            task.run();
            return RtcPeer.DONE;
        });
    }

    /** On the media thread: what negotiating changed. */
    void look() {
        String now = transceiver.getMid();
        mid = now == null || now.isEmpty() ? null : now;
    }

    /** On the media thread: the library has let it go by itself. */
    void forget() {
        gone = true;
        if (video != null) {
            video.forget();
        }
    }

    /** On the media thread, before the connection goes. */
    void end() {
        if (video != null) {
            video.end();
        }
    }

    static void set(RTCRtpEncodingParameters parameters, Encoding encoding, MediaKind kind) {
        parameters.active = encoding.active();
        parameters.maxBitrate = encoding.maxBitrate();
        if (kind == MediaKind.VIDEO) {
            parameters.scaleResolutionDownBy = encoding.scaleDownBy();
        }
    }

    static RTCRtpTransceiverDirection nativeOf(Direction direction) {
        return switch (direction) {
            case SEND_RECEIVE -> RTCRtpTransceiverDirection.SEND_RECV;
            case SEND -> RTCRtpTransceiverDirection.SEND_ONLY;
            case RECEIVE -> RTCRtpTransceiverDirection.RECV_ONLY;
            case INACTIVE -> RTCRtpTransceiverDirection.INACTIVE;
        };
    }
}
