package dev.chatcall.protocol.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What everybody on the server may see of somebody. */
public record Person(
        UUID id,
        String username,
        String displayName,
        String statusMessage,
        @Nullable UUID avatarId) {}
