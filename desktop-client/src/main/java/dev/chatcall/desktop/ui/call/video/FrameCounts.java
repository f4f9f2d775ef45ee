package dev.chatcall.desktop.ui.call.video;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many frames of each tile came and were drawn, or came too early to be drawn. From any thread. */
public final class FrameCounts {
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    public Count of(String tileId) {
        return counts.computeIfAbsent(tileId, id -> new Count());
    }

    /** For a new call. */
    public void clear() {
        counts.clear();
    }

    /** Of one tile. */
    public static final class Count {
        private final AtomicLong drawn = new AtomicLong();
        private final AtomicLong dropped = new AtomicLong();

        void draw() {
            drawn.incrementAndGet();
        }

        void drop() {
            dropped.incrementAndGet();
        }

        public long drawn() {
            return drawn.get();
        }

        public long dropped() {
            return dropped.get();
        }
    }
}
