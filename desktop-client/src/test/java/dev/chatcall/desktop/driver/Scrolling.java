package dev.chatcall.desktop.driver;

import dev.chatcall.desktop.ui.conversation.list.ListGeometry;
import dev.chatcall.desktop.ui.conversation.list.Place;
import dev.chatcall.desktop.ui.conversation.list.VirtualList;
import dev.chatcall.desktop.ui.conversation.rows.Row;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ScrollEvent.HorizontalTextScrollUnits;
import javafx.scene.input.ScrollEvent.VerticalTextScrollUnits;

/** Moves through a conversation at so many pixels a frame, as a wheel does, and measures how long each frame lasts. */
final class Scrolling extends AnimationTimer {
    private static final double MS = 1_000_000;
    private static final double TOO_LONG_MS = 50;
    /** Nothing moves any more and no page comes. */
    private static final int STILL_FRAMES = 120;

    private final VirtualList<?> list;
    private final double pixels;
    private final LongStream.Builder lengths = LongStream.builder();
    private final Set<Object> seen = new HashSet<>();
    private final CompletableFuture<Map<String, Object>> done = new CompletableFuture<>();
    private long before;
    private int still;
    private List<?> last = List.of();

    /** @param pixels downwards; upwards when negative */
    Scrolling(VirtualList<?> list, double pixels) {
        this.list = list;
        this.pixels = pixels;
    }

    CompletableFuture<Map<String, Object>> done() {
        return done;
    }

    @Override
    public void handle(long now) {
        if (before != 0) {
            lengths.add(now - before);
        }
        before = now;
        ListGeometry<?> geometry = list.geometry();
        List<Object> shown = geometry.places().stream()
                .<Object>map(place -> List.of(key(geometry.rows(), place), place.y()))
                .toList();
        geometry.places().forEach(place -> seen.add(key(geometry.rows(), place)));
        still = shown.equals(last) ? still + 1 : 0;
        last = shown;
        if (still > STILL_FRAMES) {
            stop();
            done.complete(result());
            return;
        }
        turnWheel();
    }

    private void turnWheel() {
        Event.fireEvent(
                list,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        0,
                        0,
                        0,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        -pixels,
                        0,
                        -pixels,
                        HorizontalTextScrollUnits.NONE,
                        0,
                        VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(list, 0, 0)));
    }

    private static Object key(List<?> rows, Place place) {
        return place.index() < rows.size() && rows.get(place.index()) instanceof Row row ? row.key() : place.index();
    }

    private Map<String, Object> result() {
        double[] all = lengths.build().mapToDouble(length -> length / MS).toArray();
        // The last ones only waited for the end.
        double[] sorted = Arrays.copyOf(all, Math.max(1, all.length - STILL_FRAMES));
        Arrays.sort(sorted);
        return Map.of(
                "rows",
                seen.size(),
                "frames",
                sorted.length,
                "median",
                sorted[sorted.length / 2],
                "p99",
                sorted[(int) (sorted.length * 0.99)],
                "longest",
                sorted[sorted.length - 1],
                "over50",
                Arrays.stream(sorted).filter(length -> length > TOO_LONG_MS).count());
    }
}
