package dev.chatcall.desktop.selector;

import dev.chatcall.desktop.sync.ConversationEntry;
import dev.chatcall.desktop.sync.SyncState;
import java.util.Map;
import java.util.UUID;

/** A state with one conversation. */
record SelectorStates(UUID me, ConversationEntry entry) {
    SyncState state() {
        return new SyncState(
                me, null, Map.of(), 0, Map.of(entry.id(), entry), Map.of(), Map.of(), Map.of(), false, true, 0);
    }
}
