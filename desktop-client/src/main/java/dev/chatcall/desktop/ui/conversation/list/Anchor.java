package dev.chatcall.desktop.ui.conversation.list;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one row of a list that has a place; all others stand next to it. Chosen so that what one reads stays where it is: a
 * row that is seen, and that stays in the order. At the end of the list it is the last row, held by its bottom.
 */
final class Anchor<R> {
    private final RowKind<R> kind;
    private int index;
    private double at;
    /** Its place is that of its bottom instead of its top. */
    private boolean byBottom;
    /** Held by the bottom of the last row. */
    private boolean following = true;
    /** The reader moved since the last placing, so another row may be the anchor. */
    private boolean moved;

    Anchor(RowKind<R> kind) {
        this.kind = kind;
    }

    boolean isFollowing() {
        return following;
    }

    /** Which row it is. @param count how many there are */
    int index(int count) {
        index = following ? count - 1 : Math.clamp(index, 0, count - 1);
        return index;
    }

    /** Where its top is, at that size. @param height of what is seen */
    double top(double size, double height) {
        if (following) {
            return height - size;
        }
        return byBottom ? at - size : at;
    }

    /** Goes along with the end from here on. */
    void follow() {
        following = true;
        moved = true;
    }

    /** Puts the top of a row there. */
    void put(int row, double y) {
        following = false;
        index = row;
        at = y;
        byBottom = false;
        moved = true;
    }

    /** Moves what is seen; positive: towards the end. */
    void moveBy(double pixels, int last, double height) {
        if (following) {
            // The end may have moved since it was placed.
            index = last;
            at = height;
            byBottom = true;
            following = false;
        }
        at -= pixels;
        moved = true;
    }

    /** Other rows are shown. @param follows whether it goes along with the end of these */
    void changed(boolean follows) {
        following = follows;
        moved = true;
    }

    /**
     * Makes it a row that is there in both lists, the nearest to the one it was.
     *
     * @param indexes of the next rows, by their keys
     */
    void keep(List<R> rows, List<Place> places, double height, Map<Object, Integer> indexes) {
        Place best = null;
        for (Place place : places) {
            R row = rows.get(place.index());
            boolean kept = kind.steady(row) && indexes.containsKey(kind.key(row));
            if (kept && (best == null || isNearer(place, best, height))) {
                best = place;
            }
        }
        if (best == null) {
            index = Math.clamp(index, 0, Math.max(0, indexes.size() - 1));
            return;
        }
        index = indexes.getOrDefault(kind.key(rows.get(best.index())), 0);
        // A row that loses or gains its head (a name) keeps its text where it is.
        at = best.bottom();
        byBottom = true;
    }

    private boolean isNearer(Place place, Place best, double height) {
        boolean seen = place.y() >= 0 && place.y() < height;
        boolean bestSeen = best.y() >= 0 && best.y() < height;
        if (seen != bestSeen) {
            return seen;
        }
        return Math.abs(place.index() - index) < Math.abs(best.index() - index);
    }

    /** Makes it one of the rows that were placed: the same one as long as it is seen and nobody moved. */
    void choose(List<R> rows, List<Place> places, double height) {
        Place last = places.getLast();
        following = last.index() == rows.size() - 1 && last.bottom() <= height + 0.5;
        Place chosen = moved ? null : stillSeen(places, height);
        moved = false;
        if (chosen == null) {
            chosen = best(rows, places, height);
        }
        index = chosen.index();
        at = chosen.y();
        byBottom = false;
    }

    private @Nullable Place stillSeen(List<Place> places, double height) {
        for (Place place : places) {
            if (place.index() == index && place.y() < height && place.bottom() > 0) {
                return place;
            }
        }
        return null;
    }

    /** The topmost steady row whose top is seen; where there is none, the topmost row that is seen at all. */
    private Place best(List<R> rows, List<Place> places, double height) {
        Place best = places.getFirst();
        for (Place place : places) {
            if (rank(rows, place, height) > rank(rows, best, height)) {
                best = place;
            }
        }
        return best;
    }

    private int rank(List<R> rows, Place place, double height) {
        boolean seen = place.bottom() > 0 && place.y() < height;
        boolean whole = seen && place.y() >= 0;
        return (whole && kind.steady(rows.get(place.index())) ? 4 : 0) + (whole ? 2 : 0) + (seen ? 1 : 0);
    }
}
