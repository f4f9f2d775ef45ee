package dev.chatcall.desktop.call;

import dev.chatcall.desktop.media.Line;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaKind;
import dev.chatcall.desktop.media.Peer;
import dev.chatcall.desktop.media.Peer.Direction;
import dev.chatcall.desktop.media.Peer.Encoding;
import dev.chatcall.desktop.media.Peer.SdpType;
import dev.chatcall.desktop.media.Stat;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.PublishedLine;
import dev.chatcall.protocol.call.SentTrack;
import dev.chatcall.protocol.call.TrackSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one sends to a room of the media service, brought in line with the tracks there are. */
final class RoomSending implements AutoCloseable {
    private static final List<TrackSource> SOURCES =
            List.of(TrackSource.MICROPHONE, TrackSource.CAMERA, TrackSource.SCREEN);

    private final RoomAddress address;
    private final UUID transportId;
    private final Peer peer;
    private final Again work;
    private final Map<TrackSource, Sent> lines = new EnumMap<>(TrackSource.class);
    private SentTracks tracks = SentTracks.NONE;
    private boolean negotiate;
    private boolean restart;
    private boolean negotiated;

    /** @param failed something could not be sent: the room is of no use any more */
    RoomSending(RoomAddress address, UUID transportId, Peer peer, Consumer<Throwable> failed) {
        this.address = address;
        this.transportId = transportId;
        this.peer = peer;
        work = new Again(this::bring, failed);
    }

    /** One media line. */
    private static final class Sent {
        private final Line line;
        private List<Encoding> encodings;
        /** Nobody wants a higher layer; null: nobody wants any. */
        private @Nullable Integer highest = Integer.MAX_VALUE;

        private @Nullable LocalTrack track;
        private boolean active = true;
        private boolean paused;
        private @Nullable UUID producerId;

        private Sent(Line line, List<Encoding> encodings) {
            this.line = line;
            this.encodings = encodings;
        }

        private CompletableFuture<Void> setEncodings() {
            return line.setEncodings(Layers.upTo(encodings, highest));
        }
    }

    /** Nothing is to be sent. */
    boolean idle() {
        return SOURCES.stream().allMatch(source -> tracks.of(source) == null);
    }

    /** What the others know it by. */
    List<UUID> producerIds() {
        return lines.values().stream()
                .flatMap(sent -> Stream.ofNullable(sent.producerId))
                .toList();
    }

    void send(SentTracks now) {
        tracks = now;
        work.ask();
    }

    /** Looks for another way. */
    void restartIce() {
        if (negotiated) {
            restart = true;
            work.ask();
        }
    }

    /** Nobody wants more of it than this layer; null: nobody wants any. Sending too much is no harm. */
    void limit(UUID producerId, @Nullable Integer highest) {
        lines.values().stream()
                .filter(sent -> producerId.equals(sent.producerId) && !sent.encodings.isEmpty())
                .forEach(sent -> {
                    sent.highest = highest;
                    var unused = sent.setEncodings();
                });
    }

    CompletableFuture<List<Stat>> stats() {
        return peer.stats();
    }

    @Override
    public void close() {
        work.close();
        peer.close();
    }

    private CompletableFuture<Void> bring() {
        CompletableFuture<Void> all = done();
        for (TrackSource source : SOURCES) {
            all = all.thenCompose(before -> bring(source));
        }
        return all.thenCompose(before -> address.restartIfAsked(restart, transportId))
                .thenCompose(anew -> negotiate || anew ? publish(anew) : done())
                .thenCompose(before -> pauseOrResume());
    }

    private CompletableFuture<Void> bring(TrackSource source) {
        LocalTrack track = tracks.of(source);
        Sent sent = lines.get(source);
        if (sent == null) {
            return track == null ? done() : open(source, track);
        }
        CompletableFuture<Void> all = done();
        // A camera comes back soon, a shared screen as another one.
        boolean active = track != null || source != TrackSource.SCREEN;
        if (active != sent.active) {
            sent.active = active;
            sent.producerId = null;
            negotiate = true;
            all = sent.line.setDirection(active ? Direction.SEND : Direction.INACTIVE);
        }
        if (track == sent.track) {
            return all;
        }
        sent.track = track;
        all = all.thenCompose(before -> sent.line.send(track));
        List<Encoding> encodings = track == null ? sent.encodings : encodings(source, track);
        if (encodings.equals(sent.encodings)) {
            return all;
        }
        sent.encodings = encodings;
        return all.thenCompose(before -> sent.setEncodings());
    }

    private static List<Encoding> encodings(TrackSource source, LocalTrack track) {
        return switch (source) {
            case CAMERA -> Layers.camera(track.pixels());
            case SCREEN -> Layers.SCREEN;
            case MICROPHONE, SCREEN_AUDIO -> List.of();
        };
    }

    private CompletableFuture<Void> open(TrackSource source, LocalTrack track) {
        List<Encoding> encodings = encodings(source, track);
        MediaKind kind = encodings.isEmpty() ? MediaKind.AUDIO : MediaKind.VIDEO;
        return peer.addLine(kind, Direction.SEND, encodings).thenCompose(line -> {
            Sent sent = new Sent(line, encodings);
            sent.track = track;
            sent.paused = !track.enabled();
            lines.put(source, sent);
            negotiate = true;
            return line.send(track);
        });
    }

    private CompletableFuture<Void> publish(boolean anew) {
        negotiate = false;
        restart = false;
        return peer.createOffer(anew)
                .thenCompose(offer -> peer.setLocal(SdpType.OFFER, offer)
                        // The lines know their ids now.
                        .thenCompose(before -> peer.lines())
                        .thenCompose(all -> ask(offer)))
                .thenCompose(reply -> {
                    negotiated = true;
                    published(reply.tracks());
                    return peer.setRemote(SdpType.ANSWER, reply.answer());
                });
    }

    private CompletableFuture<CallReply.Published> ask(String offer) {
        List<PublishedLine> sending = new ArrayList<>();
        lines.forEach((source, sent) -> {
            String mid = sent.line.mid();
            if (sent.active && mid != null) {
                sending.add(new PublishedLine(mid, source, sent.paused));
            }
        });
        return address.asking()
                .ask(
                        new CallRequest.Publish(address.callId(), address.endpointId(), transportId, offer, sending),
                        CallReply.Published.class);
    }

    private void published(List<SentTrack> now) {
        for (Sent sent : lines.values()) {
            sent.producerId = now.stream()
                    .filter(track -> track.mid().equals(sent.line.mid()))
                    .map(SentTrack::producerId)
                    .findFirst()
                    .orElse(null);
        }
    }

    private CompletableFuture<Void> pauseOrResume() {
        List<Supplier<CompletableFuture<Void>>> asks = new ArrayList<>();
        for (Sent sent : lines.values()) {
            boolean paused = sent.track == null || !sent.track.enabled();
            UUID producerId = sent.producerId;
            if (producerId != null && paused != sent.paused) {
                sent.paused = paused;
                asks.add(() -> address.asking()
                        .ask(new CallRequest.SetProducer(address.callId(), address.endpointId(), producerId, paused)));
            }
        }
        CompletableFuture<Void> all = done();
        for (Supplier<CompletableFuture<Void>> ask : asks) {
            all = all.thenCompose(before -> ask.get());
        }
        return all;
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
