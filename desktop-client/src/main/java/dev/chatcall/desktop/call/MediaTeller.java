package dev.chatcall.desktop.call;

import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.MediaState;
import java.util.UUID;
import java.util.function.Supplier;

/** Tells the others of one's microphone, camera, screen and hand, and keeps it for a restart. */
final class MediaTeller {
    private final UUID accountId;
    private final UUID endpointId;
    private final Asking asking;
    private final KeptJson memory;
    private final LocalMedia local;
    private final Supplier<UUID> callId;
    private MediaState told;
    private boolean hand;
    /** The devices are there, or it is known why not; before, the others go by what was wished. */
    private boolean ready;

    MediaTeller(Place place, Asking asking, KeptJson memory, LocalMedia local, Supplier<UUID> callId, MediaState told) {
        this.accountId = place.accountId();
        this.endpointId = place.endpointId();
        this.asking = asking;
        this.memory = memory;
        this.local = local;
        this.callId = callId;
        this.told = told;
        this.hand = told.hand();
    }

    /** Who is in the call, and on which device. */
    record Place(UUID accountId, UUID endpointId) {}

    boolean hand() {
        return hand;
    }

    void raise(boolean raised) {
        hand = raised;
        tell();
    }

    void ready() {
        ready = true;
        tell();
    }

    /** As it is now, to be told with something else. */
    MediaState take() {
        told = now();
        return told;
    }

    void tell() {
        if (!ready || now().equals(told)) {
            return;
        }
        MediaState media = take();
        keep();
        // A refusal means that one is not in the call any more, which is told on its own.
        var unused = asking.ask(new CallRequest.SetMedia(callId.get(), endpointId, media));
    }

    void keep() {
        KeptCall.keep(memory, new KeptCall(accountId, endpointId, callId.get(), told.microphone(), told.camera()));
    }

    void forget() {
        KeptCall.forget(memory);
    }

    private MediaState now() {
        if (!ready) {
            return new MediaState(told.microphone(), told.camera(), told.screen(), hand);
        }
        LocalState state = local.state().get();
        return new MediaState(state.microphone(), state.camera(), state.screen(), hand);
    }
}
