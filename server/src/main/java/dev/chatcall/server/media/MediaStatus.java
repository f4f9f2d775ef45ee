package dev.chatcall.server.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the media service.
 *
 * @param problem one sentence for an operator: what is missing and what to run; null when it works
 * @param announcedAddress where clients reach it, null when it does not work
 * @param ports the first and the last, empty when it does not work
 */
public record MediaStatus(
        boolean available,
        @Nullable String problem,
        @Nullable String announcedAddress,
        List<Integer> ports) {}
