package dev.chatcall.desktop.call;

import dev.chatcall.desktop.media.Line;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.MediaKind;
import dev.chatcall.desktop.media.Peer;
import dev.chatcall.desktop.media.Peer.Direction;
import dev.chatcall.desktop.media.Peer.Encoding;
import dev.chatcall.desktop.media.Peer.IceCandidate;
import dev.chatcall.desktop.media.Peer.SdpType;
import dev.chatcall.desktop.media.PeerListener;
import dev.chatcall.desktop.media.PeerState;
import dev.chatcall.desktop.media.Stat;
import dev.chatcall.protocol.call.IceServer;
import dev.chatcall.protocol.call.Signal;
import dev.chatcall.protocol.call.TrackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One peer connection with its four lines. They stay for its life, sending or not: tracks come and go without negotiating
 * again, which is left to ICE restarts.
 */
final class PeerLink implements AutoCloseable {
    /** The media lines, always these and in this order, so that each side knows the screen from the camera. */
    private static final List<TrackSource> LINES =
            List.of(TrackSource.MICROPHONE, TrackSource.CAMERA, TrackSource.SCREEN, TrackSource.SCREEN_AUDIO);

    /** Bits per second at the most; below, the library decides. */
    private static final int CAMERA_BITRATE = 1_800_000;

    private static final int SCREEN_BITRATE = 3_000_000;
    /** What most lines carry; where one does not, the other end finds out within a second. */
    private static final int START_KILOBITS = 1_000;
    /** Candidates that came before their description are kept up to so many. */
    private static final int EARLY_MAX = 100;

    private final Peer peer;
    private final Events events;
    private List<Line> lines = List.of();
    private SentTracks tracks;
    private List<Signal.Candidate> early;
    private PeerState state = PeerState.NEW;
    private RemoteMedia media = RemoteMedia.NONE;
    private boolean offering;
    private boolean described;
    private @Nullable String remote;

    /** Hears of the link. */
    interface Events {
        void candidate(PeerLink link, Signal.Candidate candidate);

        void changed(PeerLink link);
    }

    /** @param early candidates that came for this connection before it was made */
    PeerLink(
            MediaEngine engine,
            List<IceServer> servers,
            SentTracks tracks,
            List<Signal.Candidate> early,
            Events events) {
        this.tracks = tracks;
        this.early = List.copyOf(early);
        this.events = events;
        peer = engine.connect(servers, new PeerListener() {
            @Override
            public void candidate(IceCandidate found) {
                events.candidate(
                        PeerLink.this,
                        new Signal.Candidate(
                                found.candidate(), found.mid(), found.lineIndex(), found.usernameFragment()));
            }

            @Override
            public void stateChanged(PeerState next) {
                PeerLink.this.stateChanged(next);
            }
        });
    }

    PeerState state() {
        return state;
    }

    RemoteMedia media() {
        return media;
    }

    /** Candidates that belong to no description yet. */
    List<Signal.Candidate> early() {
        return early;
    }

    /** An own offer waits for its answer. */
    boolean offering() {
        return offering;
    }

    /** Which connection of the other side this one talks to; null before it said anything. */
    @Nullable
    String remoteSession() {
        return Sdp.sessionOf(remote);
    }

    /** Makes an offer: the first, or one that looks for another way (ICE restart). */
    CompletableFuture<String> offer() {
        CompletableFuture<Void> ready = lines.isEmpty() ? addLines() : done();
        return ready.thenCompose(done -> peer.createOffer(described)).thenCompose(sdp -> describe(SdpType.OFFER, sdp));
    }

    /** Takes an offer and makes the answer. */
    CompletableFuture<String> accept(String sdp) {
        return peer.setRemote(SdpType.OFFER, sdp)
                .thenCompose(done -> {
                    offering = false;
                    remote = sdp;
                    return lines.isEmpty() ? takeLines() : done();
                })
                .thenCompose(done -> peer.createAnswer())
                .thenCompose(answer -> describe(SdpType.ANSWER, answer))
                .thenCompose(answer -> addEarly().thenApply(done -> answer));
    }

    CompletableFuture<Void> answered(String sdp) {
        if (!offering) {
            return done();
        }
        return peer.setRemote(SdpType.ANSWER, sdp).thenCompose(done -> {
            offering = false;
            remote = sdp;
            return addEarly();
        });
    }

    CompletableFuture<Void> add(Signal.Candidate candidate) {
        if (remote != null && Sdp.belongsTo(remote, candidate.usernameFragment())) {
            Integer index = candidate.sdpMLineIndex();
            return peer.add(new IceCandidate(
                    candidate.candidate(),
                    candidate.sdpMid(),
                    index == null ? 0 : index,
                    candidate.usernameFragment()));
        }
        List<Signal.Candidate> more = new ArrayList<>(early);
        more.add(candidate);
        early = List.copyOf(more.subList(Math.max(0, more.size() - EARLY_MAX), more.size()));
        return done();
    }

    CompletableFuture<Void> send(SentTracks now) {
        tracks = now;
        CompletableFuture<Void> all = done();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            TrackSource source = LINES.get(i);
            all = all.thenCompose(done -> line.send(now.of(source)));
        }
        return all;
    }

    /** For what is negotiated from now on. */
    CompletableFuture<Void> setIceServers(List<IceServer> servers) {
        return peer.setIceServers(servers);
    }

    CompletableFuture<List<Stat>> stats() {
        return peer.stats();
    }

    @Override
    public void close() {
        peer.close();
    }

    private CompletableFuture<Void> addLines() {
        CompletableFuture<List<Line>> all = CompletableFuture.completedFuture(List.of());
        for (TrackSource source : LINES) {
            all = all.thenCompose(before -> peer.addLine(kindOf(source), Direction.SEND_RECEIVE, List.of())
                    .thenApply(line -> {
                        List<Line> more = new ArrayList<>(before);
                        more.add(line);
                        return List.copyOf(more);
                    }));
        }
        return all.thenCompose(this::use);
    }

    private CompletableFuture<Void> takeLines() {
        return peer.lines().thenCompose(all -> {
            List<Line> first = all.subList(0, Math.min(LINES.size(), all.size()));
            CompletableFuture<Void> ready = done();
            for (Line line : first) {
                ready = ready.thenCompose(done -> line.setDirection(Direction.SEND_RECEIVE));
            }
            return ready.thenCompose(done -> use(first));
        });
    }

    private CompletableFuture<Void> use(List<Line> made) {
        lines = List.copyOf(made);
        showMedia();
        return send(tracks);
    }

    private void showMedia() {
        int camera = LINES.indexOf(TrackSource.CAMERA);
        int screen = LINES.indexOf(TrackSource.SCREEN);
        media = new RemoteMedia(
                state == PeerState.CONNECTED,
                camera < lines.size() ? lines.get(camera).video() : null,
                screen < lines.size() ? lines.get(screen).video() : null);
    }

    private CompletableFuture<String> describe(SdpType type, String made) {
        String sdp = Sdp.withOpusTuning(made);
        return peer.setLocal(type, sdp).thenApply(done -> {
            described = true;
            offering = type == SdpType.OFFER;
            return Sdp.withStartBitrate(sdp, START_KILOBITS);
        });
    }

    private CompletableFuture<Void> addEarly() {
        List<Signal.Candidate> waiting = early;
        early = List.of();
        CompletableFuture<Void> all = done();
        for (Signal.Candidate candidate : waiting) {
            all = all.thenCompose(done -> add(candidate));
        }
        return all;
    }

    private void stateChanged(PeerState next) {
        state = next;
        showMedia();
        if (next == PeerState.CONNECTED) {
            limit(TrackSource.CAMERA, CAMERA_BITRATE);
            limit(TrackSource.SCREEN, SCREEN_BITRATE);
        }
        events.changed(this);
    }

    /** Without the limit it works as well, only less evenly. */
    private void limit(TrackSource source, int maxBitrate) {
        int index = LINES.indexOf(source);
        if (index < lines.size()) {
            var unused = lines.get(index).setEncodings(List.of(new Encoding(1, maxBitrate, true)));
        }
    }

    private static MediaKind kindOf(TrackSource source) {
        return switch (source) {
            case MICROPHONE, SCREEN_AUDIO -> MediaKind.AUDIO;
            case CAMERA, SCREEN -> MediaKind.VIDEO;
        };
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
