package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.Line;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.chatcall.desktop.media.MediaKind;
import dev.chatcall.desktop.media.Peer;
import dev.chatcall.desktop.media.PeerListener;
import dev.chatcall.desktop.media.PeerState;
import dev.chatcall.desktop.media.Stat;
import dev.chatcall.protocol.call.IceServer;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCSignalingState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection of the library. */
final class RtcPeer implements Peer {
    static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private static final Pattern USERNAME_FRAGMENT = Pattern.compile(" ufrag (\\S+)");

    private final Natives natives;
    private final MediaThread thread;
    private final PeerListener listener;
    /** In the order of the description, used on the media thread. */
    private final List<RtcLine> lines = new ArrayList<>();

    private CompletableFuture<?> last = DONE;
    /** Set on the media thread. */
    private @Nullable RTCPeerConnection connection;

    private volatile boolean closed;

    /** What the engine has of the library, asked for on the media thread. */
    interface Natives {
        RTCPeerConnection connect(RTCConfiguration configuration, PeerConnectionObserver observer);

        /** A description was taken: lines may carry sound from now on. */
        void negotiated();

        RTCRtpTransceiver addTransceiver(RTCPeerConnection to, MediaKind kind, RTCRtpTransceiverInit init);
    }

    RtcPeer(Natives natives, MediaThread thread, List<IceServer> servers, PeerListener listener) {
        this.natives = natives;
        this.thread = thread;
        this.listener = listener;
        inTurn(() -> {
            connection = natives.connect(RtcForms.configuration(servers), new Observer());
            return DONE;
        });
    }

    @Override
    public CompletableFuture<String> createOffer(boolean iceRestart) {
        return inTurn(() -> {
            RTCOfferOptions options = new RTCOfferOptions();
            options.iceRestart = iceRestart;
            MadeDescription made = new MadeDescription();
            open().createOffer(options, made);
            return made.sdp();
        });
    }

    @Override
    public CompletableFuture<String> createAnswer() {
        return inTurn(() -> {
            MadeDescription made = new MadeDescription();
            open().createAnswer(new RTCAnswerOptions(), made);
            return made.sdp();
        });
    }

    @Override
    public CompletableFuture<Void> setLocal(SdpType type, String sdp) {
        return inTurn(() -> {
            takeLocal(new RTCSessionDescription(RtcForms.nativeOf(type), sdp));
            return DONE;
        });
    }

    @Override
    public CompletableFuture<Void> setRemote(SdpType type, String sdp) {
        return inTurn(() -> {
            if (type == SdpType.OFFER && open().getSignalingState() == RTCSignalingState.HAVE_LOCAL_OFFER) {
                // Browsers take an offer of one's own back by themselves; the library has to be told.
                takeLocal(new RTCSessionDescription(RTCSdpType.ROLLBACK, ""));
            }
            TakenDescription taken = new TakenDescription();
            open().setRemoteDescription(new RTCSessionDescription(RtcForms.nativeOf(type), sdp), taken);
            taken.await();
            look();
            natives.negotiated();
            return DONE;
        });
    }

    private void takeLocal(RTCSessionDescription description) {
        TakenDescription taken = new TakenDescription();
        open().setLocalDescription(description, taken);
        taken.await();
        look();
        natives.negotiated();
    }

    @Override
    public CompletableFuture<@Nullable String> local() {
        return inTurn(() -> {
            RTCSessionDescription description = open().getLocalDescription();
            return CompletableFuture.<@Nullable String>completedFuture(description == null ? null : description.sdp);
        });
    }

    @Override
    public CompletableFuture<Void> add(IceCandidate candidate) {
        return inTurn(() -> {
                    String mid = candidate.mid() == null ? "" : candidate.mid();
                    open().addIceCandidate(new RTCIceCandidate(mid, candidate.lineIndex(), candidate.candidate()));
                    return DONE;
                })
                .exceptionally(unusable -> null);
    }

    @Override
    public CompletableFuture<Line> addLine(MediaKind kind, Direction direction, List<Encoding> encodings) {
        return inTurn(() -> {
            RTCRtpTransceiverInit init = new RTCRtpTransceiverInit();
            init.direction = RtcLine.nativeOf(direction);
            init.streamIds = List.of();
            init.sendEncodings = new ArrayList<>();
            for (Encoding encoding : encodings) {
                RTCRtpEncodingParameters parameters = new RTCRtpEncodingParameters();
                RtcLine.set(parameters, encoding, kind);
                init.sendEncodings.add(parameters);
            }
            RtcLine line = new RtcLine(this, thread, natives.addTransceiver(open(), kind, init));
            lines.add(line);
            return CompletableFuture.<Line>completedFuture(line);
        });
    }

    @Override
    public CompletableFuture<List<Line>> lines() {
        return inTurn(() -> {
            look();
            return CompletableFuture.completedFuture(List.<Line>copyOf(lines));
        });
    }

    /**
     * What a description changed: lines that came, have an id now, or went. Always before anything else happens on the
     * media thread, for whoever asks a line that the library has let go ends the program.
     */
    private void look() {
        RTCPeerConnection held = connection;
        if (held == null) {
            return;
        }
        // Also where somebody has asked for its end meanwhile: that lets go of the lines that are still there.
        RTCRtpTransceiver[] all = held.getTransceivers();
        // An id never changes.
        lines.stream().filter(line -> line.mid() == null).forEach(RtcLine::look);
        List<String> mids = new ArrayList<>();
        for (RTCRtpTransceiver each : all) {
            String mid = each.getMid();
            // Those that are in no description yet were added here, and are known.
            if (mid != null && !mid.isEmpty()) {
                mids.add(mid);
                if (lines.stream().noneMatch(line -> mid.equals(line.mid()))) {
                    lines.add(new RtcLine(this, thread, each));
                }
            }
        }
        dropClosed(mids);
    }

    /** The library forgets lines that a description closed, and the place of one is another's later. */
    private void dropClosed(List<String> mids) {
        lines.removeIf(line -> {
            String mid = line.mid();
            boolean gone = mid != null && !mid.isEmpty() && !mids.contains(mid);
            if (gone) {
                line.forget();
            }
            return gone;
        });
    }

    @Override
    public CompletableFuture<Void> setIceServers(List<IceServer> servers) {
        return inTurn(() -> {
            RTCConfiguration configuration = open().getConfiguration();
            configuration.iceServers = RtcForms.iceServers(servers);
            open().setConfiguration(configuration);
            return DONE;
        });
    }

    @Override
    public CompletableFuture<List<Stat>> stats() {
        return inTurn(() -> {
            CompletableFuture<List<Stat>> stats = new CompletableFuture<>();
            open().getStats(report -> stats.complete(RtcForms.stats(report)));
            return stats;
        });
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        thread.execute(() -> {
            lines.forEach(RtcLine::end);
            RTCPeerConnection held = connection;
            connection = null;
            if (held != null) {
                held.close();
            }
        });
    }

    /** On the media thread, after what was asked before is done; told on the loop. */
    <T extends @Nullable Object> CompletableFuture<T> inTurn(Callable<CompletableFuture<T>> task) {
        CompletableFuture<T> done =
                last.handle((result, failure) -> null).thenComposeAsync(before -> started(task), thread);
        last = done;
        CompletableFuture<T> told = new CompletableFuture<>();
        done.whenComplete((value, failure) -> {
            if (failure == null) {
                thread.tell(told, value);
            } else {
                thread.fail(told, failure);
            }
        });
        return told;
    }

    private <T extends @Nullable Object> CompletableFuture<T> started(Callable<CompletableFuture<T>> task) {
        try {
            if (closed) {
                // Its lines are gone with it.
                throw new MediaException(Problem.REFUSED, "the connection is closed");
            }
            return task.call();
        } catch (Throwable refused) {
            // The library throws errors for what it refuses.
            throw new CompletionException(refused);
        }
    }

    private RTCPeerConnection open() {
        RTCPeerConnection held = connection;
        if (held == null || closed) {
            throw new MediaException(Problem.REFUSED, "the connection is closed");
        }
        return held;
    }

    private void onLoop(Runnable task) {
        thread.loop().execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    private final class Observer implements PeerConnectionObserver {
        @Override
        public void onIceCandidate(RTCIceCandidate found) {
            Matcher name = USERNAME_FRAGMENT.matcher(found.sdp);
            IceCandidate candidate =
                    new IceCandidate(found.sdp, found.sdpMid, found.sdpMLineIndex, name.find() ? name.group(1) : null);
            onLoop(() -> listener.candidate(candidate));
        }

        @Override
        public void onConnectionChange(RTCPeerConnectionState state) {
            PeerState told = RtcForms.stateOf(state);
            onLoop(() -> listener.stateChanged(told));
        }
    }
}
