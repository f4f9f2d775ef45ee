package dev.chatcall.protocol.admin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as administrators see it.
 *
 * @param link the path to register with, only in the answer that made it: the server keeps no more than its hash
 */
public record Invitation(
        UUID id,
        String note,
        int maxUses,
        int uses,
        long createdAt,
        long expiresAt,
        @Nullable String link) {}
