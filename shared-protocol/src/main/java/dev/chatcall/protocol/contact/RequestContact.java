package dev.chatcall.protocol.contact;

import dev.chatcall.protocol.Require;
import java.util.UUID;

/** {@code POST /api/contacts/requests}. Asking somebody who already asked accepts their request. */
public record RequestContact(UUID accountId) {
    public RequestContact {
        Require.present(accountId, "accountId");
    }
}
