package dev.chatcall.desktop.ui.conversation.list;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** The heights of all rows: measured ones where there are, guesses elsewhere. */
final class RowSizes {
    private final double[] sizes;
    private final BitSet measured;

    RowSizes(int count) {
        sizes = new double[count];
        measured = new BitSet(count);
    }

    /** The same for other rows: what is known of a row that did not change stays known. */
    <R> RowSizes carriedTo(List<R> before, List<R> next, RowKind<R> kind, Map<Object, Integer> indexes) {
        RowSizes carried = new RowSizes(next.size());
        for (int at = 0; at < before.size(); at++) {
            Integer index = indexes.get(kind.key(before.get(at)));
            if (index == null) {
                continue;
            }
            carried.sizes[index] = sizes[at];
            carried.measured.set(index, measured.get(at) && before.get(at).equals(next.get(index)));
        }
        for (int at = 0; at < next.size(); at++) {
            if (carried.sizes[at] == 0) {
                carried.sizes[at] = kind.estimate(next.get(at));
            }
        }
        return carried;
    }

    double size(int index, IntToDoubleFunction measure) {
        if (!measured.get(index)) {
            sizes[index] = measure.applyAsDouble(index);
            measured.set(index);
        }
        return sizes[index];
    }

    /** Measures it again when it is asked for; until then the old one is the guess. */
    void forget(int index) {
        if (index < sizes.length) {
            measured.clear(index);
        }
    }

    void forgetAll() {
        measured.clear();
    }

    double before(int index) {
        double sum = 0;
        for (int at = 0; at < index; at++) {
            sum += sizes[at];
        }
        return sum;
    }

    double total() {
        return before(sizes.length);
    }

    /** The row that far from the beginning. */
    int indexAt(double offset) {
        double sum = 0;
        for (int at = 0; at < sizes.length; at++) {
            sum += sizes[at];
            if (sum > offset) {
                return at;
            }
        }
        return Math.max(0, sizes.length - 1);
    }
}
