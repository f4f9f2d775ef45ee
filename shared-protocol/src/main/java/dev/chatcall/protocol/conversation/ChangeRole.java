package dev.chatcall.protocol.conversation;

import dev.chatcall.protocol.Require;

/** {@code PATCH /api/conversations/{id}/members/{accountId}}: owners only. */
public record ChangeRole(Role role) {
    public ChangeRole {
        Require.present(role, "role");
    }
}
