package dev.chatcall.server.conversation;

import dev.chatcall.protocol.conversation.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody asks to be done to a group. */
sealed interface GroupChange {

    record Rename(String name) implements GroupChange {}

    /** @param avatarId the new picture, or null for none */
    record ChangePicture(@Nullable UUID avatarId) implements GroupChange {}

    /** @param accountIds contacts of who asks; members among them are passed over */
    record AddMembers(Set<UUID> accountIds) implements GroupChange {}

    /** Removing oneself is leaving. */
    record RemoveMember(UUID accountId) implements GroupChange {}

    record ChangeRole(UUID accountId, Role role) implements GroupChange {}
}
