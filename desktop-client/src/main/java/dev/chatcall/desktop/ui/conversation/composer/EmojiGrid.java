package dev.chatcall.desktop.ui.conversation.composer;

import dev.chatcall.desktop.ui.conversation.list.Cell;
import dev.chatcall.desktop.ui.conversation.list.VirtualList;
import dev.chatcall.desktop.ui.conversation.message.Look;
import dev.chatcall.desktop.ui.emoji.Emojis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The emoji in lines; only the lines in sight are drawn. */
final class EmojiGrid {
    private static final double SIGN = 22;
    private static final double BOX = 36;

    private final Emojis emojis;
    private final Consumer<Emoji> pick;
    private final Consumer<Emoji> hover;
    private final VirtualList<PickerRow> list = new VirtualList<>(new Rows());
    private List<PickerRow> rows = List.of();
    private @Nullable Emoji active;
    private int tone;

    EmojiGrid(Emojis emojis, Consumer<Emoji> pick, Consumer<Emoji> hover) {
        this.emojis = emojis;
        this.pick = pick;
        this.hover = hover;
    }

    VirtualList<PickerRow> node() {
        return list;
    }

    void show(List<PickerRow> next) {
        rows = next;
        list.setRows(next, false);
        list.scrollTo(0, 0);
    }

    void tone(int next) {
        tone = next;
        list.refresh();
    }

    void activate(@Nullable Emoji emoji) {
        active = emoji;
        list.refresh();
        for (int at = 0; at < rows.size(); at++) {
            if (emoji != null && rows.get(at) instanceof PickerRow.Line(var line) && line.contains(emoji)) {
                keepInSight(at);
            }
        }
    }

    private void keepInSight(int index) {
        boolean inSight = list.geometry().places().stream()
                .anyMatch(place -> place.index() == index && place.y() >= 0 && place.bottom() <= list.getHeight());
        if (!inSight) {
            list.scrollTo(index, list.getHeight() / 2);
        }
    }

    private final class Rows implements VirtualList.Cells<PickerRow> {
        @Override
        public Object key(PickerRow row) {
            return row;
        }

        @Override
        public double estimate(PickerRow row) {
            return row instanceof PickerRow.Heading ? 28 : BOX;
        }

        @Override
        public boolean steady(PickerRow row) {
            return true;
        }

        @Override
        public Object sort(PickerRow row) {
            return row instanceof PickerRow.Heading ? "heading" : "line";
        }

        @Override
        public Cell<PickerRow> make(Object sort) {
            return sort.equals("heading") ? new HeadingCell() : new LineCell();
        }
    }

    private static final class HeadingCell extends Cell<PickerRow> {
        private final Label label = new Label();

        private HeadingCell() {
            label.getStyleClass().add("emoji-category");
            getChildren().add(label);
        }

        @Override
        protected void show(PickerRow row) {
            if (row instanceof PickerRow.Heading(var name)) {
                label.setText(name);
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            return label.prefHeight(-1);
        }

        @Override
        protected void layoutChildren() {
            label.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    private final class LineCell extends Cell<PickerRow> {
        private final List<StackPane> boxes = new ArrayList<>();
        private final List<String> shown = new ArrayList<>();

        private LineCell() {
            for (int at = 0; at < PickerRow.COLUMNS; at++) {
                StackPane box = new StackPane();
                box.getStyleClass().add("emoji-box");
                box.setAccessibleRole(AccessibleRole.BUTTON);
                boxes.add(box);
                shown.add("");
            }
            getChildren().addAll(boxes);
        }

        @Override
        protected void show(PickerRow row) {
            if (row instanceof PickerRow.Line(var line)) {
                for (int at = 0; at < boxes.size(); at++) {
                    showBox(at, at < line.size() ? line.get(at) : null);
                }
            }
        }

        private void showBox(int at, @Nullable Emoji emoji) {
            StackPane box = boxes.get(at);
            box.setVisible(emoji != null);
            if (emoji == null) {
                return;
            }
            String sign = emoji.inTone(tone);
            if (!sign.equals(shown.get(at))) {
                shown.set(at, sign);
                box.getChildren().setAll(emojis.nodes(sign, SIGN));
                box.setAccessibleText(emoji.name());
            }
            Look.state(box, "selected", emoji.equals(active));
            box.setOnMouseClicked(event -> pick.accept(emoji));
            box.setOnMouseEntered(event -> hover.accept(emoji));
        }

        @Override
        protected double computePrefHeight(double width) {
            return BOX;
        }

        @Override
        protected void layoutChildren() {
            double x = 6;
            for (StackPane box : boxes) {
                box.resizeRelocate(x, 0, BOX, BOX);
                x += BOX;
            }
        }
    }
}
