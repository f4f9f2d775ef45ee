package dev.chatcall.protocol.conversation;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;
import java.util.List;
import java.util.UUID;

/**
 * {@code POST /api/conversations/groups}.
 *
 * @param id made by the client (UUIDv7), so that asking again after a lost answer makes no second group
 * @param accountIds contacts of the creator, who becomes the owner and need not be listed
 */
public record CreateGroup(UUID id, String name, List<UUID> accountIds) {
    public CreateGroup {
        Require.present(id, "id");
        Require.text(name, "name", 1, Limits.GROUP_NAME_MAX);
        accountIds = Require.list(accountIds, "accountIds", Limits.GROUP_MEMBERS_MAX - 1);
    }
}
