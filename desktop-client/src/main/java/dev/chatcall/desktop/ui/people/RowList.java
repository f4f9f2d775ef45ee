package dev.chatcall.desktop.ui.people;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A virtualised list of rows. Arrow keys, Home and End move, Enter and a press open. A row that stays the same thing
 * keeps its node when its content changes, so nothing flickers and the focus stays.
 */
public final class RowList<T> extends ListView<T> {
    private static final int NARROWEST = 120;

    private final Function<? super T, ?> key;
    private final Function<? super T, Row<T>> rows;
    private final Consumer<? super T> onOpen;

    /**
     * @param label what a screen reader calls the list
     * @param key tells things apart, also when their content has changed
     */
    public RowList(
            String label, Function<? super T, ?> key, Function<? super T, Row<T>> rows, Consumer<? super T> onOpen) {
        this.key = key;
        this.rows = rows;
        this.onOpen = onOpen;
        getStyleClass().add("rows");
        setAccessibleText(label);
        setCellFactory(list -> new Cell());
        addEventHandler(KeyEvent.KEY_PRESSED, this::openWithKey);
        focusedProperty().addListener((observable, before, now) -> selectFirst(now));
    }

    /** Shows these things; what is selected stays selected, wherever it has moved. */
    public void show(List<? extends T> next) {
        if (sameKeys(next)) {
            for (int at = 0; at < next.size(); at++) {
                if (!next.get(at).equals(getItems().get(at))) {
                    getItems().set(at, next.get(at));
                }
            }
            return;
        }
        T selected = getSelectionModel().getSelectedItem();
        Object selectedKey = selected == null ? null : key.apply(selected);
        getItems().setAll(next);
        if (selectedKey != null) {
            select(selectedKey);
        }
    }

    /** Selects the thing of that key; nothing where there is none. */
    public void select(@Nullable Object wanted) {
        for (int at = 0; at < getItems().size(); at++) {
            if (Objects.equals(key.apply(getItems().get(at)), wanted)) {
                getSelectionModel().clearAndSelect(at);
                return;
            }
        }
        getSelectionModel().clearSelection();
    }

    private boolean sameKeys(List<? extends T> next) {
        if (next.size() != getItems().size()) {
            return false;
        }
        for (int at = 0; at < next.size(); at++) {
            if (!key.apply(next.get(at)).equals(key.apply(getItems().get(at)))) {
                return false;
            }
        }
        return true;
    }

    private void selectFirst(boolean focused) {
        if (focused && getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getFocusModel().focus(0);
        }
    }

    private void openWithKey(KeyEvent event) {
        T item = getFocusModel().getFocusedItem();
        if (event.getCode() == KeyCode.ENTER && isFocused() && item != null) {
            event.consume();
            onOpen.accept(item);
        }
    }

    private final class Cell extends ListCell<T> {
        private @Nullable Row<T> row;
        private @Nullable Object shown;

        private Cell() {
            getStyleClass().add("row-cell");
            // As wide as the list, whatever its content would like: nothing scrolls sideways.
            setPrefWidth(0);
            addEventHandler(MouseEvent.MOUSE_CLICKED, this::openWithMouse);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                row = null;
                shown = null;
                setGraphic(null);
                accessibleTextProperty().unbind();
                setAccessibleText(null);
                return;
            }
            Object next = key.apply(item);
            Row<T> now = row;
            if (now != null && next.equals(shown)) {
                now.show(item);
                return;
            }
            now = rows.apply(item);
            now.show(item);
            row = now;
            shown = next;
            setGraphic(now.node());
            accessibleTextProperty().bind(now.node().accessibleTextProperty());
        }

        /** As high as the row wants to be at the width it gets, which decides where its words wrap. */
        @Override
        protected double computePrefHeight(double width) {
            Node shownRow = getGraphic();
            if (shownRow == null) {
                return super.computePrefHeight(width);
            }
            return snappedTopInset() + shownRow.prefHeight(rowWidth()) + snappedBottomInset();
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            Node shownRow = getGraphic();
            if (shownRow != null && getWidth() > 0) {
                double height = Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset());
                shownRow.resizeRelocate(snappedLeftInset(), snappedTopInset(), rowWidth(), height);
            }
        }

        private double rowWidth() {
            double list = RowList.this.getWidth() - RowList.this.snappedLeftInset() - RowList.this.snappedRightInset();
            double width = getWidth() > 0 ? getWidth() : list;
            return Math.max(NARROWEST, width - snappedLeftInset() - snappedRightInset());
        }

        private void openWithMouse(MouseEvent event) {
            T item = getItem();
            if (item != null && event.getButton() == MouseButton.PRIMARY && !onControl(event.getTarget())) {
                onOpen.accept(item);
            }
        }

        private boolean onControl(EventTarget target) {
            for (Node node = (Node) target; node != null && node != this; node = node.getParent()) {
                if (node instanceof ButtonBase) {
                    return true;
                }
            }
            return false;
        }
    }
}
