package dev.chatcall.protocol.account;

import java.util.UUID;

/** One of my sessions. @param current whether it is the one that asks */
public record SessionInfo(UUID id, String deviceName, long createdAt, long lastUsedAt, boolean current) {}
