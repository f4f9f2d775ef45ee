package dev.chatcall.server.call;

import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.Track;
import dev.chatcall.protocol.call.TrackSource;
import dev.chatcall.protocol.call.TransportDirection;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaReply;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.media.MediaService;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What people in a call ask of the media service. It believes this server alone, so everything is checked here first:
 * that the asker is in the call, on that device, at that connection. Which transports, producers and consumers are that
 * device's own the media service knows.
 */
final class CallMedia {
    private final CallStore store;
    private final CallService calls;
    private final Aftermath aftermath;
    private final Probes probes;
    private final RoomAccess access;
    private final MediaService media;
    private final Executor blocking;

    CallMedia(
            CallStore store,
            CallService calls,
            Aftermath aftermath,
            Probes probes,
            RoomAccess access,
            MediaService media,
            Executor blocking) {
        this.store = store;
        this.calls = calls;
        this.aftermath = aftermath;
        this.probes = probes;
        this.access = access;
        this.media = media;
        this.blocking = blocking;
    }

    /** A device begins, or begins anew: what it had before is let go. */
    CompletableFuture<CallReply> openRoom(Asker asker, CallRequest.OpenRoom wanted) {
        Device device = asker.on(wanted.endpointId());
        access.requireIn(device, wanted.callId());
        aftermath.of(store.change(
                wanted.callId(),
                (call, facts) -> CallRules.apply(call, new CallChange.ClearTracks(device), calls.now())));
        return media.ask(new MediaCommand.CloseEndpoint(wanted.callId(), wanted.endpointId()))
                .thenCompose(done -> openRoom(wanted.callId()));
    }

    CompletableFuture<CallReply> openProbe(Asker asker, CallRequest.OpenProbe wanted) {
        calls.requireMedia();
        return openRoom(probes.open(asker.connectionId(), wanted.probeId(), wanted.endpointId())
                .roomId());
    }

    private CompletableFuture<CallReply> openRoom(UUID roomId) {
        return media.ask(new MediaCommand.OpenRoom(roomId))
                .thenApply(reply -> new CallReply.RoomOpened(
                        RoomAccess.expect(MediaReply.Room.class, reply).rtpCapabilities()));
    }

    CompletableFuture<CallReply> openTransport(Asker asker, CallRequest.OpenTransport wanted) {
        UUID room = access.room(asker, wanted.callId(), wanted.endpointId());
        boolean receiving = wanted.direction() == TransportDirection.RECEIVE;
        return media.ask(new MediaCommand.OpenTransport(room, wanted.endpointId(), receiving, wanted.tcpOnly()))
                .thenApply(reply -> {
                    MediaReply.Transport transport = RoomAccess.expect(MediaReply.Transport.class, reply);
                    return new CallReply.TransportOpened(
                            transport.transportId(),
                            transport.iceParameters(),
                            transport.iceCandidates(),
                            transport.dtlsParameters());
                });
    }

    CompletableFuture<CallReply> connectTransport(Asker asker, CallRequest.ConnectTransport wanted) {
        UUID room = access.room(asker, wanted.callId(), wanted.endpointId());
        return done(new MediaCommand.ConnectTransport(
                room, wanted.endpointId(), wanted.transportId(), wanted.dtlsParameters()));
    }

    CompletableFuture<CallReply> restartIce(Asker asker, CallRequest.RestartIce wanted) {
        UUID room = access.room(asker, wanted.callId(), wanted.endpointId());
        return media.ask(new MediaCommand.RestartIce(room, wanted.endpointId(), wanted.transportId()))
                .thenApply(reply -> new CallReply.IceRestarted(
                        RoomAccess.expect(MediaReply.Ice.class, reply).iceParameters()));
    }

    /** What the device sent from the same source before is closed. */
    CompletableFuture<CallReply> produce(Asker asker, CallRequest.Produce wanted) {
        Device device = asker.on(wanted.endpointId());
        var probe = probes.find(asker.connectionId(), wanted.callId(), wanted.endpointId());
        if (probe.isPresent()) {
            return produce(probe.get().roomId(), wanted).thenApply(CallReply.Produced::new);
        }
        Party party = access.requireIn(device, wanted.callId());
        party.tracks().stream()
                .filter(track -> track.source() == wanted.source())
                .forEach(track -> letGo(device, wanted.callId(), track.producerId()));
        return produce(wanted.callId(), wanted)
                .thenApplyAsync(producerId -> produced(device, wanted, producerId), blocking);
    }

    private CompletableFuture<UUID> produce(UUID room, CallRequest.Produce wanted) {
        boolean audio = wanted.source() == TrackSource.MICROPHONE || wanted.source() == TrackSource.SCREEN_AUDIO;
        return media.ask(new MediaCommand.Produce(
                        room,
                        wanted.endpointId(),
                        wanted.transportId(),
                        audio ? "audio" : "video",
                        wanted.rtpParameters(),
                        wanted.paused(),
                        wanted.source() == TrackSource.MICROPHONE))
                .thenApply(reply ->
                        RoomAccess.expect(MediaReply.Producer.class, reply).producerId());
    }

    /** Who left meanwhile sends nothing. */
    private CallReply produced(Device device, CallRequest.Produce wanted, UUID producerId) {
        try {
            var change = new CallChange.AddTrack(device, new Track(producerId, wanted.source()));
            aftermath.of(store.change(wanted.callId(), (call, facts) -> CallRules.apply(call, change, calls.now())));
            return new CallReply.Produced(producerId);
        } catch (ServiceException gone) {
            letGo(device, wanted.callId(), producerId);
            throw gone;
        }
    }

    CompletableFuture<CallReply> setProducer(Asker asker, CallRequest.SetProducer wanted) {
        access.requireIn(asker.on(wanted.endpointId()), wanted.callId());
        return done(new MediaCommand.SetProducer(
                wanted.callId(), wanted.endpointId(), wanted.producerId(), wanted.paused()));
    }

    CompletableFuture<CallReply> closeProducer(Asker asker, CallRequest.CloseProducer wanted) {
        Device device = asker.on(wanted.endpointId());
        access.requireIn(device, wanted.callId());
        var change = new CallChange.RemoveTrack(device, wanted.producerId());
        aftermath.of(store.change(wanted.callId(), (call, facts) -> CallRules.apply(call, change, calls.now())));
        return done(new MediaCommand.CloseProducer(wanted.callId(), wanted.endpointId(), wanted.producerId()));
    }

    CompletableFuture<CallReply> consume(Asker asker, CallRequest.Consume wanted) {
        access.requireIn(asker.on(wanted.endpointId()), wanted.callId());
        return media.ask(new MediaCommand.Consume(
                        wanted.callId(),
                        wanted.endpointId(),
                        wanted.transportId(),
                        wanted.producerId(),
                        wanted.rtpCapabilities()))
                .thenApply(reply -> {
                    MediaReply.Consumer consumer = RoomAccess.expect(MediaReply.Consumer.class, reply);
                    return new CallReply.Consumed(
                            consumer.consumerId(),
                            wanted.producerId(),
                            consumer.kind(),
                            consumer.rtpParameters(),
                            consumer.producerPaused());
                });
    }

    CompletableFuture<CallReply> setConsumer(Asker asker, CallRequest.SetConsumer wanted) {
        access.requireIn(asker.on(wanted.endpointId()), wanted.callId());
        return done(new MediaCommand.SetConsumer(
                wanted.callId(), wanted.endpointId(), wanted.consumerId(), wanted.paused(), wanted.spatialLayer()));
    }

    private void letGo(Device device, UUID callId, UUID producerId) {
        // One that is gone already needs no closing.
        media.ask(new MediaCommand.CloseProducer(callId, device.endpointId(), producerId))
                .exceptionally(gone -> null);
    }

    private CompletableFuture<CallReply> done(MediaCommand command) {
        return media.ask(command).thenApply(reply -> new CallReply.Done());
    }
}
