package dev.chatcall.desktop.ui.conversation.rows;

import dev.chatcall.desktop.client.TimelineEntry;

/** One line of the message list. */
public sealed interface Row {
    /** Tells the line from all others, and stays while what it shows changes. */
    String key();

    /** Nothing comes before this. */
    record Beginning() implements Row {
        @Override
        public String key() {
            return "beginning";
        }
    }

    /** @param at a moment of that day, ms since the epoch */
    record Day(String key, long at) implements Row {}

    /** The first unread message comes next. */
    record NewLine() implements Row {
        @Override
        public String key() {
            return "new";
        }
    }

    /** What the server wrote: a change of the group, or a past call. */
    record Event(TimelineEntry entry) implements Row {
        @Override
        public String key() {
            return entry.key();
        }
    }

    /**
     * What somebody wrote.
     *
     * @param first first of its group: carries the writer's name
     * @param last last of its group: carries the writer's picture
     */
    record Bubble(TimelineEntry entry, boolean first, boolean last) implements Row {
        @Override
        public String key() {
            return entry.key();
        }
    }
}
