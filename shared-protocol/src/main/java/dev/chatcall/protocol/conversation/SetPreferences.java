package dev.chatcall.protocol.conversation;

import dev.chatcall.protocol.Require;

/** {@code PUT /api/conversations/{id}/preferences}. */
public record SetPreferences(Boolean muted, Boolean pinned) {
    public SetPreferences {
        Require.present(muted, "muted");
        Require.present(pinned, "pinned");
    }
}
