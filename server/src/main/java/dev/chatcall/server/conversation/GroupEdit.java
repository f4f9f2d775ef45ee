package dev.chatcall.server.conversation;

import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.message.MessageBody;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a permitted {@link GroupChange} comes to.
 *
 * @param body the system message that tells of it
 * @param roles members who are new or whose role changes, with the role they have then
 * @param gone members who are none any more
 */
record GroupEdit(MessageBody body, String name, @Nullable UUID avatarId, Map<UUID, Role> roles, Set<UUID> gone) {}
