package dev.chatcall.protocol.conversation;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;
import java.util.List;
import java.util.UUID;

/** {@code POST /api/conversations/{id}/members}: contacts of the asker. Who is a member already is passed over. */
public record AddMembers(List<UUID> accountIds) {
    public AddMembers {
        accountIds = Require.list(accountIds, "accountIds", Limits.GROUP_MEMBERS_MAX - 1);
    }
}
