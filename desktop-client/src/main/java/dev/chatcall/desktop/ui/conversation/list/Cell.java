package dev.chatcall.desktop.ui.conversation.list;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Shows one row after another: a few cells serve a long list. Its height depends on its width alone and is asked for
 * only when that or what it shows changed.
 */
public abstract class Cell<R> extends Region {
    private @Nullable R row;
    private double measuredWidth = -1;
    private double measuredHeight;
    private boolean usedNow;

    /** Shows another row, or the same one again after what it tells of changed. */
    protected abstract void show(R row);

    final void take(R next) {
        if (!next.equals(row)) {
            row = next;
            show(next);
            dress();
        }
    }

    /**
     * Gives what {@link #show} has put into it its style, so that it can be measured. Where only a part of the cell is new,
     * dressing that part alone is much cheaper.
     */
    protected void dress() {
        applyCss();
    }

    /** Shows its row afresh: a name or picture in it changed. */
    final void refresh() {
        if (row != null) {
            show(row);
        }
    }

    protected final @Nullable R row() {
        return row;
    }

    final double measure(double width) {
        if (width != measuredWidth) {
            measuredHeight = Math.ceil(prefHeight(width));
            measuredWidth = width;
        }
        return measuredHeight;
    }

    /** Takes what is known of its row already, so that a cell that comes back is not measured again. */
    final void assume(double width, double height) {
        if (measuredWidth < 0) {
            measuredWidth = width;
            measuredHeight = height;
        }
    }

    /** Whether something in it asked to be laid out since it was measured. */
    final boolean isStale() {
        return measuredWidth < 0;
    }

    final boolean isUsed() {
        return usedNow;
    }

    final void setUsed(boolean used) {
        usedNow = used;
        setVisible(used);
    }

    @Override
    public void requestLayout() {
        measuredWidth = -1;
        super.requestLayout();
    }
}
