package dev.chatcall.desktop.ui.conversation.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Where the rows of a long list stand. One row, the {@link Anchor}, has a place; rows above and below it are put next to
 * it until the screen is full, and only those are measured. So rows that come, go or change their height elsewhere move nothing of
 * what one reads. At the end the list is held by its last row instead and follows what is added.
 *
 * <p>Everything is in pixels; y grows downwards from the top of what is seen. A list shorter than the screen stands at its
 * bottom. Without a toolkit, and for one thread.
 */
public final class ListGeometry<R> {
    /** Rows are drawn already this far outside of what is seen. */
    private static final double AHEAD = 200;
    /** Closer to the end than this counts as at the end. */
    private static final double NEAR_END = 80;

    private final RowKind<R> kind;
    private final Anchor<R> anchor;
    private List<R> rows = List.of();
    private RowSizes sizes = new RowSizes(0);
    private List<Place> places = List.of();
    private double width;
    private double height;

    public ListGeometry(RowKind<R> kind) {
        this.kind = kind;
        anchor = new Anchor<>(kind);
    }

    public List<R> rows() {
        return rows;
    }

    /** Those that were placed last and are still there, from top to bottom. */
    public List<Place> places() {
        return places;
    }

    /**
     * Shows other rows. What is read stays in place.
     *
     * @param follow go along with what was added to the end, if the list was at its end
     */
    public void setRows(List<R> next, boolean follow) {
        boolean wasAtEnd = atEnd();
        Map<Object, Integer> indexes = HashMap.newHashMap(next.size());
        for (int at = 0; at < next.size(); at++) {
            indexes.put(kind.key(next.get(at)), at);
        }
        boolean grew = lastKeyDiffers(next);
        anchor.keep(rows, places, height, indexes);
        sizes = sizes.carriedTo(rows, next, kind, indexes);
        places = carriedTo(indexes);
        rows = List.copyOf(next);
        anchor.changed(grew ? wasAtEnd && follow : anchor.isFollowing());
    }

    /** Until the next placing: who asks what is seen must not be told of rows that have another number now. */
    private List<Place> carriedTo(Map<Object, Integer> indexes) {
        List<Place> carried = new ArrayList<>();
        for (Place place : places) {
            Integer index = indexes.get(kind.key(rows.get(place.index())));
            if (index != null) {
                carried.add(new Place(index, place.y(), place.height()));
            }
        }
        return List.copyOf(carried);
    }

    private boolean lastKeyDiffers(List<R> next) {
        return rows.isEmpty() || next.isEmpty() || !kind.key(rows.getLast()).equals(kind.key(next.getLast()));
    }

    /** Another size of what is seen. Another width measures every row anew. */
    public void resize(double newWidth, double newHeight) {
        if (newWidth != width) {
            sizes.forgetAll();
        }
        width = newWidth;
        height = newHeight;
    }

    /** Every row may have another height, such as with another font. */
    public void forgetSizes() {
        sizes.forgetAll();
    }

    /** The row may have another height. */
    public void forgetSize(int index) {
        sizes.forget(index);
    }

    /** Moves what is seen; positive: towards the end. */
    public void scrollBy(double pixels) {
        if (!rows.isEmpty() && pixels != 0) {
            anchor.moveBy(pixels, rows.size() - 1, height);
        }
    }

    public void scrollToEnd() {
        anchor.follow();
    }

    /** Puts the top of a row there. */
    public void scrollTo(int index, double y) {
        anchor.put(index, y);
    }

    /** Moves to a part of the whole, as the scroll bar does; 0 is the beginning, 1 the end. */
    public void scrollToFraction(double fraction) {
        if (rows.isEmpty()) {
            return;
        }
        if (fraction >= 1) {
            scrollToEnd();
            return;
        }
        double wanted = Math.max(0, fraction * (sizes.total() - height));
        int index = sizes.indexAt(wanted);
        scrollTo(index, sizes.before(index) - wanted);
    }

    /** Places what is seen, measuring each row that was not measured at this width. */
    public List<Place> place(IntToDoubleFunction measure) {
        if (rows.isEmpty()) {
            places = List.of();
            return places;
        }
        Filled filled = new Filled(measure);
        filled.fill();
        keepNearStart(filled);
        keepNearEnd(filled);
        places = filled.seen();
        anchor.choose(rows, places, height);
        return places;
    }

    private void keepNearStart(Filled filled) {
        if (filled.first == 0 && filled.top > 0) {
            filled.shift(-filled.top);
            filled.fill();
        }
    }

    private void keepNearEnd(Filled filled) {
        if (filled.last == rows.size() - 1 && filled.bottom < height) {
            filled.shift(height - filled.bottom);
            filled.fill();
        }
    }

    /** Whether the newest row is in sight or nearly so. */
    public boolean atEnd() {
        if (anchor.isFollowing() || rows.isEmpty()) {
            return true;
        }
        if (places.isEmpty()) {
            return false;
        }
        Place last = places.getLast();
        return last.index() == rows.size() - 1 && last.bottom() - height <= NEAR_END;
    }

    /** What part of the whole is above what is seen, from 0 to 1, as far as is known. */
    public double fraction() {
        if (places.isEmpty() || anchor.isFollowing()) {
            return 1;
        }
        Place first = places.getFirst();
        double above = sizes.before(first.index()) - first.y();
        double most = sizes.total() - height;
        return most <= 0 ? 1 : Math.clamp(above / most, 0, 1);
    }

    /** What part of the whole is seen, from 0 to 1, as far as is known. */
    public double visibleShare() {
        double total = sizes.total();
        return total <= height ? 1 : height / total;
    }

    /** The row at the top edge, or -1 in an empty list. */
    public int topIndex() {
        for (Place place : places) {
            if (place.bottom() > 4) {
                return place.index();
            }
        }
        return -1;
    }

    /** A run of rows without gaps around the anchor. */
    private final class Filled {
        private final IntToDoubleFunction measure;
        private int first;
        private int last;
        private double top;
        private double bottom;

        Filled(IntToDoubleFunction measure) {
            this.measure = measure;
            first = anchor.index(rows.size());
            last = first;
            double size = size(first);
            top = anchor.top(size, height);
            bottom = top + size;
        }

        void fill() {
            while (first > 0 && top > -AHEAD) {
                first--;
                top -= size(first);
            }
            while (last < rows.size() - 1 && bottom < height + AHEAD) {
                last++;
                bottom += size(last);
            }
        }

        void shift(double pixels) {
            top += pixels;
            bottom += pixels;
        }

        List<Place> seen() {
            List<Place> seen = new ArrayList<>();
            double y = top;
            for (int index = first; index <= last; index++) {
                double size = size(index);
                if (y + size > -AHEAD && y < height + AHEAD) {
                    seen.add(new Place(index, y, size));
                }
                y += size;
            }
            return seen;
        }

        private double size(int index) {
            return sizes.size(index, measure);
        }
    }
}
