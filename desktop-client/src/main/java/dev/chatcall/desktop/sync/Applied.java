package dev.chatcall.desktop.sync;

import java.util.List;

/** The state after a frame, and what is to be done about it. */
record Applied(SyncState state, List<Effect> effects) {
    static Applied quiet(SyncState state) {
        return new Applied(state, List.of());
    }
}
