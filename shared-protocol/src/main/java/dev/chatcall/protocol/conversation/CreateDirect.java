package dev.chatcall.protocol.conversation;

import dev.chatcall.protocol.Require;
import java.util.UUID;

/** {@code POST /api/conversations/direct}: the one conversation with this contact, made if there is none. */
public record CreateDirect(UUID accountId) {
    public CreateDirect {
        Require.present(accountId, "accountId");
    }
}
