package dev.chatcall.desktop.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The call that this program is in, kept so that a restart comes back to it with the same endpoint. */
record KeptCall(UUID accountId, UUID endpointId, UUID callId, boolean microphone, boolean camera) {
    private static final String KEY = "call.current";

    static void keep(KeptJson memory, KeptCall call) {
        memory.write(KEY, call);
    }

    static void forget(KeptJson memory) {
        memory.write(KEY, null);
    }

    /** What another version or account left is not taken. */
    static @Nullable KeptCall of(KeptJson memory, UUID accountId) {
        Raw raw = memory.read(KEY, Raw.class);
        if (raw == null || raw.endpointId() == null || raw.callId() == null || !accountId.equals(raw.accountId())) {
            return null;
        }
        return new KeptCall(accountId, raw.endpointId(), raw.callId(), raw.microphone(), raw.camera());
    }

    MediaChoice choice() {
        return new MediaChoice(microphone, camera);
    }

    private record Raw(
            @Nullable UUID accountId,
            @Nullable UUID endpointId,
            @Nullable UUID callId,
            boolean microphone,
            boolean camera) {}
}
