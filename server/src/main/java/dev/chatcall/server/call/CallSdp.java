package dev.chatcall.server.call;

import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.PublishedLine;
import dev.chatcall.protocol.call.ReceivedTrack;
import dev.chatcall.protocol.call.SentTrack;
import dev.chatcall.protocol.call.Track;
import dev.chatcall.protocol.call.TrackSource;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaReply;
import dev.chatcall.protocol.media.ProducedLine;
import dev.chatcall.protocol.media.SentLine;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.media.MediaService;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What clients that speak SDP ask of the media service: the same rights as where each track is asked for by itself, and
 * what they send is known to the others in the same way.
 */
final class CallSdp {
    private final CallStore store;
    private final CallService calls;
    private final Aftermath aftermath;
    private final RoomAccess access;
    private final MediaService media;
    private final Executor blocking;

    CallSdp(
            CallStore store,
            CallService calls,
            Aftermath aftermath,
            RoomAccess access,
            MediaService media,
            Executor blocking) {
        this.store = store;
        this.calls = calls;
        this.aftermath = aftermath;
        this.access = access;
        this.media = media;
        this.blocking = blocking;
    }

    CompletableFuture<CallReply> publish(Asker asker, CallRequest.Publish wanted) {
        UUID room = access.room(asker, wanted.callId(), wanted.endpointId());
        CompletableFuture<MediaReply.Published> published = media.ask(new MediaCommand.Publish(
                        room,
                        wanted.endpointId(),
                        wanted.transportId(),
                        wanted.offer(),
                        wanted.lines().stream().map(CallSdp::line).toList()))
                .thenApply(reply -> RoomAccess.expect(MediaReply.Published.class, reply));
        if (!room.equals(wanted.callId())) {
            return published.thenApply(CallSdp::view);
        }
        return published.thenApplyAsync(
                reply -> {
                    note(asker.on(wanted.endpointId()), wanted, reply.producers());
                    return view(reply);
                },
                blocking);
    }

    private static SentLine line(PublishedLine line) {
        boolean sound = line.source() == TrackSource.MICROPHONE || line.source() == TrackSource.SCREEN_AUDIO;
        return new SentLine(
                line.mid(), sound ? "audio" : "video", line.paused(), line.source() == TrackSource.MICROPHONE);
    }

    private static CallReply view(MediaReply.Published published) {
        return new CallReply.Published(
                published.answer(),
                published.producers().stream()
                        .map(line -> new SentTrack(line.mid(), line.producerId()))
                        .toList());
    }

    /** Who left meanwhile sends nothing. */
    private void note(Device device, CallRequest.Publish wanted, List<ProducedLine> producers) {
        List<Track> tracks = wanted.lines().stream()
                .flatMap(line -> producers.stream()
                        .filter(produced -> produced.mid().equals(line.mid()))
                        .map(produced -> new Track(produced.producerId(), line.source())))
                .toList();
        try {
            var change = new CallChange.SetTracks(device, tracks);
            aftermath.of(store.change(wanted.callId(), (call, facts) -> CallRules.apply(call, change, calls.now())));
        } catch (ServiceException gone) {
            tracks.forEach(track -> letGo(device, wanted.callId(), track.producerId()));
            throw gone;
        }
    }

    private void letGo(Device device, UUID callId, UUID producerId) {
        // One that is gone already needs no closing.
        media.ask(new MediaCommand.CloseProducer(callId, device.endpointId(), producerId))
                .exceptionally(gone -> null);
    }

    CompletableFuture<CallReply> subscribe(Asker asker, CallRequest.Subscribe wanted) {
        access.requireIn(asker.on(wanted.endpointId()), wanted.callId());
        return media.ask(new MediaCommand.Subscribe(
                        wanted.callId(),
                        wanted.endpointId(),
                        wanted.transportId(),
                        wanted.capabilities(),
                        wanted.producerIds()))
                .thenApply(reply -> view(RoomAccess.expect(MediaReply.Offered.class, reply)));
    }

    private static CallReply view(MediaReply.Offered offered) {
        return new CallReply.Offered(
                offered.offer(),
                offered.consumers().stream()
                        .map(line -> new ReceivedTrack(
                                line.mid(), line.consumerId(), line.producerId(), line.kind(), line.producerPaused()))
                        .toList());
    }

    CompletableFuture<CallReply> answer(Asker asker, CallRequest.AnswerOffer wanted) {
        access.requireIn(asker.on(wanted.endpointId()), wanted.callId());
        return media.ask(new MediaCommand.Answer(
                        wanted.callId(), wanted.endpointId(), wanted.transportId(), wanted.answer()))
                .thenApply(reply -> new CallReply.Done());
    }
}
