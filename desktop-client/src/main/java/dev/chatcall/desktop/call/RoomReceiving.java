package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.Layers.Wanted;
import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.media.Line;
import dev.chatcall.desktop.media.MediaKind;
import dev.chatcall.desktop.media.Peer;
import dev.chatcall.desktop.media.Peer.Direction;
import dev.chatcall.desktop.media.Peer.IceCandidate;
import dev.chatcall.desktop.media.Peer.SdpType;
import dev.chatcall.desktop.media.PeerListener;
import dev.chatcall.desktop.media.PeerState;
import dev.chatcall.desktop.media.Stat;
import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.ReceivedTrack;
import dev.chatcall.protocol.call.TrackSource;
import dev.chatcall.protocol.error.ErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one receives of a room: every track of everybody else, as large as it is drawn. */
final class RoomReceiving implements AutoCloseable {
    /** Sizes that come while the window is laid out anew are taken once it is still. */
    private static final Duration SETTLE = Duration.ofMillis(200);
    /** What could not be received is tried again after this, while it is there. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final RoomAddress address;
    private final UUID transportId;
    private final Peer peer;
    private final Consumer<Throwable> failed;
    private final Again work;
    private final Store<Map<UUID, RemoteMedia>> remote = new Store<>(Map.of());
    private final Map<UUID, Received> received = new LinkedHashMap<>();
    private final Map<String, Integer> widths = new HashMap<>();
    private Map<UUID, Source> wanted = Map.of();
    /** What the media service sends, or offers. */
    private Set<UUID> subscribed = Set.of();

    private @Nullable String capabilities;
    private boolean restart;
    private boolean negotiated;
    private Subscription settling = () -> {};
    private Subscription retrying = () -> {};
    private boolean closed;

    /** @param failed nothing can be received: the room is of no use any more */
    RoomReceiving(RoomAddress address, UUID transportId, Peer peer, Consumer<Throwable> failed) {
        this.address = address;
        this.transportId = transportId;
        this.peer = peer;
        this.failed = failed;
        work = new Again(this::bring, this::stopped);
    }

    private record Source(UUID accountId, TrackSource source) {
        String tileId() {
            return source == TrackSource.SCREEN ? Tiles.screenId(accountId) : accountId.toString();
        }
    }

    /** One media line. */
    private static final class Received {
        private final ReceivedTrack track;
        private final Source source;
        private final @Nullable VideoSource video;
        /** As the media service was told last. */
        private @Nullable Wanted told;

        private Received(ReceivedTrack track, Source source, @Nullable VideoSource video) {
            this.track = track;
            this.source = source;
            this.video = video;
        }
    }

    /** By account. */
    Observable<Map<UUID, RemoteMedia>> remote() {
        return remote;
    }

    void update(Call call) {
        Map<UUID, Source> now = new LinkedHashMap<>();
        Leg.othersIn(call, address.accountId())
                .forEach(other -> other.tracks()
                        .forEach(track -> now.put(track.producerId(), new Source(other.accountId(), track.source()))));
        if (now.equals(wanted)) {
            return;
        }
        wanted = Map.copyOf(now);
        show();
        work.ask();
    }

    void setTileSize(String tileId, int width) {
        if (Integer.valueOf(width).equals(widths.put(tileId, width))) {
            return;
        }
        settling.close();
        settling = address.loop().after(SETTLE, () -> received.values().forEach(this::tell));
    }

    /** Looks for another way. */
    void restartIce() {
        if (negotiated) {
            restart = true;
            work.ask();
        }
    }

    CompletableFuture<List<Stat>> stats() {
        return peer.stats();
    }

    /** The ids of the media lines by who sends on them. */
    Map<UUID, Set<String>> mids() {
        return received.values().stream()
                .collect(Collectors.groupingBy(
                        one -> one.source.accountId(), Collectors.mapping(one -> one.track.mid(), Collectors.toSet())));
    }

    @Override
    public void close() {
        closed = true;
        settling.close();
        retrying.close();
        work.close();
        peer.close();
    }

    private CompletableFuture<Void> bring() {
        if (subscribed.equals(wanted.keySet()) && !restart) {
            return done();
        }
        return address.restartIfAsked(restart, transportId)
                .thenCompose(anew -> capabilities())
                .thenCompose(this::subscribe)
                .thenCompose(this::take);
    }

    private void stopped(Throwable failure) {
        String code = CallSession.codeOf(failure);
        if (code.equals(ErrorCode.CALL_MEDIA_REFUSED.code()) || code.equals(ApiException.UNEXPECTED)) {
            failed.accept(failure);
        } else {
            retryLater();
        }
    }

    /** What this program understands: found out once, by an offer that nobody is made. */
    private CompletableFuture<String> capabilities() {
        String known = capabilities;
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        Peer asked = address.engine().connect(List.of(), new Nobody());
        return asked.addLine(MediaKind.AUDIO, Direction.RECEIVE, List.of())
                .thenCompose(line -> asked.addLine(MediaKind.VIDEO, Direction.RECEIVE, List.of()))
                .thenCompose(line -> asked.createOffer(false))
                .whenComplete((sdp, failure) -> asked.close())
                .thenApply(sdp -> {
                    capabilities = sdp;
                    return sdp;
                });
    }

    private CompletableFuture<CallReply.Offered> subscribe(String understood) {
        return address.asking()
                .ask(
                        new CallRequest.Subscribe(
                                address.callId(),
                                address.endpointId(),
                                transportId,
                                understood,
                                List.copyOf(wanted.keySet())),
                        CallReply.Offered.class);
    }

    private CompletableFuture<Void> take(CallReply.Offered reply) {
        String offer = reply.offer();
        restart = false;
        CompletableFuture<Void> answered = offer == null ? done() : answer(offer);
        return answered.thenCompose(before -> peer.lines()).thenAccept(lines -> {
            if (closed) {
                return;
            }
            keep(reply.tracks(), lines);
            show();
            received.values().forEach(this::tell);
            if (subscribed.equals(wanted.keySet())) {
                return;
            }
            if (offer == null) {
                // Mostly it went away just now, and the next state of the call says so.
                retryLater();
            } else {
                // Perhaps it was an earlier offer, which was not answered.
                work.ask();
            }
        });
    }

    private CompletableFuture<Void> answer(String offer) {
        return peer.setRemote(SdpType.OFFER, offer)
                .thenCompose(before -> peer.createAnswer())
                .thenCompose(answer -> peer.setLocal(SdpType.ANSWER, answer).thenApply(before -> answer))
                .thenCompose(answer -> address.asking()
                        .ask(new CallRequest.AnswerOffer(
                                address.callId(), address.endpointId(), transportId, Sdp.firstSection(answer))))
                .thenAccept(before -> negotiated = true);
    }

    private void keep(List<ReceivedTrack> tracks, List<Line> lines) {
        Map<UUID, Received> before = Map.copyOf(received);
        received.clear();
        subscribed = tracks.stream().map(ReceivedTrack::producerId).collect(Collectors.toSet());
        for (ReceivedTrack track : tracks) {
            Received known = before.get(track.producerId());
            Source source = wanted.get(track.producerId());
            if (known != null && known.track.consumerId().equals(track.consumerId())) {
                received.put(track.producerId(), known);
            } else if (source != null) {
                received.put(track.producerId(), new Received(track, source, videoOf(lines, track.mid())));
            }
        }
    }

    private static @Nullable VideoSource videoOf(List<Line> lines, String mid) {
        return lines.stream()
                .filter(line -> mid.equals(line.mid()))
                .findFirst()
                .map(Line::video)
                .orElse(null);
    }

    private void tell(Received one) {
        boolean sound =
                one.source.source() == TrackSource.MICROPHONE || one.source.source() == TrackSource.SCREEN_AUDIO;
        Wanted now = sound ? Wanted.SOUND : Layers.wantedFor(widths.get(one.source.tileId()));
        if (now.equals(one.told) || closed) {
            return;
        }
        one.told = now;
        address.asking()
                .ask(new CallRequest.SetConsumer(
                        address.callId(),
                        address.endpointId(),
                        one.track.consumerId(),
                        now.paused(),
                        now.spatialLayer()))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        one.told = null;
                        retryLater();
                    }
                });
    }

    private void retryLater() {
        retrying.close();
        if (!closed) {
            retrying = address.loop().after(RETRY, () -> {
                received.values().forEach(this::tell);
                work.ask();
            });
        }
    }

    private void show() {
        Map<UUID, RemoteMedia> now = new HashMap<>();
        received.forEach((producerId, one) -> {
            if (wanted.containsKey(producerId)) {
                UUID account = one.source.accountId();
                now.put(account, with(now.getOrDefault(account, RemoteMedia.NONE), one));
            }
        });
        remote.set(Map.copyOf(now));
    }

    private static RemoteMedia with(RemoteMedia media, Received one) {
        return switch (one.source.source()) {
            case MICROPHONE -> new RemoteMedia(true, media.camera(), media.screen());
            case CAMERA -> new RemoteMedia(media.heard(), one.video, media.screen());
            case SCREEN -> new RemoteMedia(media.heard(), media.camera(), one.video);
            case SCREEN_AUDIO -> media;
        };
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private static final class Nobody implements PeerListener {
        @Override
        public void candidate(IceCandidate candidate) {}

        @Override
        public void stateChanged(PeerState state) {}
    }
}
