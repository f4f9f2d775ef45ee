package dev.chatcall.desktop.history;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param open the conversation on screen */
public record Views(@Nullable UUID open, Map<UUID, TimelineView> timelines) {
    public static final Views NONE = new Views(null, Map.of());

    public TimelineView of(UUID conversationId) {
        return timelines.getOrDefault(conversationId, TimelineView.NONE);
    }
}
