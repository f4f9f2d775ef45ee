package dev.chatcall.desktop.call;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.MediaEngine.MicrophoneWish;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.TransportDirection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What a check tries of calls without making one. On the loop. */
public final class CallChecks {
    private final Loop loop;
    private final Supplier<CallEngine> engine;
    private final Supplier<UUID> ids;

    CallChecks(Loop loop, Supplier<CallEngine> engine, Supplier<UUID> ids) {
        this.loop = loop;
        this.engine = engine;
        this.ids = ids;
    }

    /** How long the server takes to answer, in milliseconds. */
    public CompletableFuture<Long> delay() {
        long asked = loop.now();
        return asking().ask(new CallRequest.GetIceServers(), CallReply.IceServers.class)
                .thenApply(answer -> loop.now() - asked);
    }

    /** Opens a microphone and lets it go again. Gives its name; fails with {@code MediaException}. */
    public CompletableFuture<String> microphone() {
        MediaEngine media = engine.get().media();
        return media.microphone(new MicrophoneWish(null, true, true, true)).thenApply(CallChecks::nameOf);
    }

    /** Opens a camera and lets it go again. Gives its name; fails with {@code MediaException}. */
    public CompletableFuture<String> camera() {
        return engine.get().media().camera(null).thenApply(CallChecks::nameOf);
    }

    /** A way into the media service, for oneself alone, which goes by itself. */
    public CompletableFuture<CallReply.TransportOpened> probe(boolean tcp) {
        UUID probeId = ids.get();
        UUID endpointId = ids.get();
        Asking asking = asking();
        return asking.ask(new CallRequest.OpenProbe(probeId, endpointId), CallReply.RoomOpened.class)
                .thenCompose(opened -> asking.ask(
                        new CallRequest.OpenTransport(probeId, endpointId, TransportDirection.SEND, tcp),
                        CallReply.TransportOpened.class));
    }

    private Asking asking() {
        return engine.get().asking();
    }

    private static String nameOf(LocalTrack track) {
        String name = track.label();
        track.stop();
        return name;
    }
}
