package dev.chatcall.protocol.presence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param lastSeenAt when they were last online; null while online, when hidden, and when never seen */
public record Presence(
        UUID accountId, boolean online, @Nullable Long lastSeenAt) {}
