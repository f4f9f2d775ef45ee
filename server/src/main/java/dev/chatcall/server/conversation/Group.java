package dev.chatcall.server.conversation;

import dev.chatcall.protocol.conversation.Role;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group as it stands under its lock. @param members the active ones */
record Group(UUID id, String name, @Nullable UUID avatarId, Map<UUID, Role> members) {

    long owners() {
        return members.values().stream().filter(Role.OWNER::equals).count();
    }
}
