package dev.chatcall.server.http;

import java.util.function.BooleanSupplier;

/**
 * Something that the server cannot do without.
 *
 * @param name as it stands in {@code /health}
 * @param healthy may block and may throw; too slow counts as no
 */
public record HealthCheck(String name, BooleanSupplier healthy) {}
