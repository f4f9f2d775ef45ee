package dev.chatcall.desktop.history;

import dev.chatcall.desktop.client.Timeline.Loading;
import dev.chatcall.desktop.sync.ConversationEntry;
import dev.chatcall.desktop.sync.Range;
import dev.chatcall.desktop.sync.Ranges;
import java.util.List;
import java.util.Optional;

/** Which piece of a conversation is on screen. Pure. */
public final class Shown {
    private Shown() {}

    public static Optional<Range> range(ConversationEntry entry, TimelineView view) {
        List<Range> ranges = entry.stale() == null ? entry.ranges() : entry.stale();
        Optional<Range> last = ranges.isEmpty() ? Optional.empty() : Optional.of(ranges.getLast());
        Long focus = view.focus();
        if (focus == null) {
            return last;
        }
        Optional<Range> there = Ranges.with(ranges, focus);
        if (there.isPresent() || view.loading() == Loading.AROUND) {
            return there;
        }
        // What was looked at was cut from its range: the nearest is what came after it.
        return ranges.stream()
                .filter(range -> range.lastSeq() >= focus)
                .findFirst()
                .or(() -> last);
    }
}
