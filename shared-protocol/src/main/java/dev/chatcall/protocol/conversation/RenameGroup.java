package dev.chatcall.protocol.conversation;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;

/** {@code PATCH /api/conversations/{id}}. */
public record RenameGroup(String name) {
    public RenameGroup {
        Require.text(name, "name", 1, Limits.GROUP_NAME_MAX);
    }
}
