package dev.chatcall.server.http;

import java.util.function.BooleanSupplier;

/**
 * Something that the server needs.
 *
 * @param name as it stands in {@code /health}
 * @param essential whether the server is unhealthy without it
 * @param healthy may block and may throw; too slow counts as no
 */
public record HealthCheck(String name, boolean essential, BooleanSupplier healthy) {

    /** Of something that the server cannot do without. */
    public HealthCheck(String name, BooleanSupplier healthy) {
        this(name, true, healthy);
    }

    /** Of something without which the server still does most of its work. */
    public static HealthCheck lesser(String name, BooleanSupplier healthy) {
        return new HealthCheck(name, false, healthy);
    }
}
