package dev.chatcall.server.http;

import java.util.UUID;

/** Who asks, as their access token proves. */
public record Caller(UUID accountId, UUID sessionId, boolean administrator) {}
