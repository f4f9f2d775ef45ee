package dev.chatcall.desktop.client;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The loaded piece of a conversation that is on screen, in order.
 *
 * @param hasOlder there is more before the first entry
 * @param hasNewer there is more after the last entry: what is on screen does not end at the present
 * @param loading what is being loaded now; {@code AROUND} when nothing of the place asked for is there yet
 * @param error the code of why the last load failed; the next ask clears it
 * @param newLineSeq the "new messages" line stands before this one: the first one unread when it was opened
 */
public record Timeline(
        UUID conversationId,
        List<TimelineEntry> entries,
        boolean hasOlder,
        boolean hasNewer,
        @Nullable Loading loading,
        @Nullable String error,
        @Nullable Long newLineSeq) {

    public enum Loading {
        OLDER,
        NEWER,
        AROUND
    }

    public static Timeline empty(UUID conversationId) {
        return new Timeline(conversationId, List.of(), false, false, null, null, null);
    }
}
