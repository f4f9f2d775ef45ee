package dev.chatcall.server.call;

import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A conversation as a caller meets it.
 *
 * @param role the caller's
 * @param others every other member, in the order in which they came
 * @param blockers those of them who block the caller
 * @param open false for a direct conversation of two who are no contacts (any more)
 */
record Membership(ConversationKind kind, Role role, List<UUID> others, Set<UUID> blockers, boolean open) {}
