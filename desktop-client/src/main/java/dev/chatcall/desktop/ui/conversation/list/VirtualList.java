package dev.chatcall.desktop.ui.conversation.list;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Draws the rows of a {@link ListGeometry} with as few cells as fill the screen. JavaFX's own list guesses heights and
 * jumps when they are not alike; this one never moves what is read.
 */
public final class VirtualList<R> extends Region {
    /** How rows become cells. */
    public interface Cells<R> extends RowKind<R> {
        /** Rows of the same sort share cells. */
        Object sort(R row);

        Cell<R> make(Object sort);
    }

    private final Cells<R> cells;
    private final ListGeometry<R> geometry;
    private final Window window = new Window();
    private final Rectangle clip = new Rectangle();
    private final ScrollBar bar = new ScrollBar();
    private final Map<Object, Cell<R>> shown = new HashMap<>();
    private final Map<Object, Deque<Cell<R>>> spare = new HashMap<>();
    private Consumer<VirtualList<R>> onPlaced = list -> {};
    private boolean settingBar;

    public VirtualList(Cells<R> cells) {
        this.cells = cells;
        geometry = new ListGeometry<>(cells);
        getStyleClass().add("virtual-list");
        window.setClip(clip);
        window.getStyleClass().add("virtual-list-window");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMin(0);
        bar.setMax(1);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((observable, before, now) -> {
            if (!settingBar) {
                geometry.scrollToFraction(now.doubleValue());
                requestLayout();
            }
        });
        getChildren().addAll(window, bar);
        addEventHandler(ScrollEvent.SCROLL, this::onScroll);
    }

    /** Where the rows stand, for what asks about it after a placing. Change it through the list only. */
    public ListGeometry<R> geometry() {
        return geometry;
    }

    /** Called after each layout. */
    public void setOnPlaced(Consumer<VirtualList<R>> listener) {
        onPlaced = listener;
    }

    /** @param follow go along with what was added to the end, if the list was at its end */
    public void setRows(List<R> rows, boolean follow) {
        geometry.setRows(rows, follow);
        requestLayout();
    }

    public void scrollBy(double pixels) {
        geometry.scrollBy(pixels);
        requestLayout();
    }

    public void scrollToEnd() {
        geometry.scrollToEnd();
        requestLayout();
    }

    /** Puts the top of a row there, in pixels below the top edge. */
    public void scrollTo(int index, double y) {
        geometry.scrollTo(index, y);
        requestLayout();
    }

    public void scrollToFraction(double fraction) {
        geometry.scrollToFraction(fraction);
        requestLayout();
    }

    /** The drawn rows show afresh what they show: names and pictures came. */
    public void refresh() {
        shown.values().forEach(Cell::refresh);
        requestLayout();
    }

    /** The cell of a row that is drawn now. */
    public @Nullable Cell<R> cellOf(Object key) {
        return shown.get(key);
    }

    private void onScroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            scrollBy(-event.getDeltaY());
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        double barWidth = Math.ceil(bar.prefWidth(-1));
        double width = Math.floor(getWidth() - barWidth);
        double height = getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        clip.setWidth(width);
        clip.setHeight(height);
        window.resizeRelocate(0, 0, width, height);
        bar.resizeRelocate(width, 0, barWidth, height);
        geometry.resize(width, height);
        forgetStale();
        List<Place> places = geometry.place(index -> cellFor(index).measure(width));
        draw(places, width);
        keepBar();
        onPlaced.accept(this);
    }

    private void forgetStale() {
        for (Place place : geometry.places()) {
            if (place.index() < geometry.rows().size()) {
                Cell<R> cell = shown.get(cells.key(geometry.rows().get(place.index())));
                if (cell != null && cell.isStale()) {
                    geometry.forgetSize(place.index());
                }
            }
        }
    }

    /** A cell that shows the row, put into the scene so that it can be measured with its style. */
    private Cell<R> cellFor(int index) {
        R row = geometry.rows().get(index);
        Object key = cells.key(row);
        Object sort = cells.sort(row);
        Cell<R> cell = shown.get(key);
        if (cell == null || !sort.equals(cell.getUserData())) {
            giveBack(key);
            cell = take(sort);
            shown.put(key, cell);
        }
        cell.setUsed(true);
        cell.take(row);
        return cell;
    }

    private Cell<R> take(Object sort) {
        Cell<R> cell = spare.computeIfAbsent(sort, any -> new ArrayDeque<>()).poll();
        if (cell == null) {
            cell = cells.make(sort);
            cell.setUserData(sort);
            window.getChildren().add(cell);
        }
        return cell;
    }

    private void giveBack(Object key) {
        Cell<R> cell = shown.remove(key);
        if (cell != null) {
            cell.setUsed(false);
            spare.computeIfAbsent(cell.getUserData(), any -> new ArrayDeque<>()).push(cell);
        }
    }

    private void draw(List<Place> places, double width) {
        Set<Object> seen = new HashSet<>();
        for (Place place : places) {
            Cell<R> cell = cellFor(place.index());
            cell.resizeRelocate(0, Math.round(place.y()), width, place.height());
            cell.assume(width, place.height());
            seen.add(cells.key(geometry.rows().get(place.index())));
        }
        for (Object key : new ArrayList<>(shown.keySet())) {
            if (!seen.contains(key)) {
                giveBack(key);
            }
        }
    }

    private void keepBar() {
        settingBar = true;
        double share = geometry.visibleShare();
        bar.setVisible(share < 1);
        bar.setVisibleAmount(share);
        if (!bar.isPressed()) {
            bar.setUnitIncrement(share / 10);
            bar.setBlockIncrement(share);
            bar.setValue(geometry.fraction());
        }
        settingBar = false;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    /** Holds the cells and leaves them where they are put. */
    private static final class Window extends Pane {
        @Override
        protected void layoutChildren() {
            // The list has placed them.
        }
    }
}
