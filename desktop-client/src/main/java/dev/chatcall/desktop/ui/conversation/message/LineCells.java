package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.ui.conversation.list.Cell;
import dev.chatcall.desktop.ui.conversation.rows.Row;
import dev.chatcall.desktop.ui.conversation.rows.SystemTexts;
import dev.chatcall.desktop.ui.widget.WrappedText;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The lines between the bubbles that are text and nothing more. */
final class LineCells {
    private LineCells() {}

    /** A cell with one thing in it, as wide as the list. */
    abstract static class Single extends Cell<Row> {
        private final Region content;

        Single(Region content, String styleClass) {
            this.content = content;
            content.getStyleClass().add(styleClass);
            getChildren().add(content);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return content.prefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            content.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    /** "Today", "Monday, 3 March". */
    static final class Day extends Single {
        private final RowScope scope;
        private final Label label;

        Day(RowScope scope) {
            this(scope, new Label());
        }

        private Day(RowScope scope, Label label) {
            super(new HBox(label), "day-line");
            this.scope = scope;
            this.label = label;
            label.getStyleClass().add("day-label");
        }

        @Override
        protected void show(Row row) {
            if (row instanceof Row.Day day) {
                label.setText(scope.screens().texts().day(day.at(), scope.now()));
            }
        }
    }

    /** "New messages" between two lines. */
    static final class New extends Single {
        New(RowScope scope) {
            super(new HBox(line(), new Label(scope.t("conversation.newMessages")), line()), "new-line");
        }

        private static Node line() {
            Region line = new Region();
            line.getStyleClass().add("new-line-rule");
            HBox.setHgrow(line, Priority.ALWAYS);
            return line;
        }

        @Override
        protected void show(Row row) {
            // It always says the same.
        }
    }

    /** What happened to a group. */
    static final class Event extends Single {
        private final RowScope scope;
        private final WrappedText label;

        Event(RowScope scope) {
            this(scope, new WrappedText());
        }

        private Event(RowScope scope, WrappedText label) {
            super(label, "system-line");
            this.scope = scope;
            this.label = label;
        }

        @Override
        protected void show(Row row) {
            if (row instanceof Row.Event(var entry)) {
                Names names = scope.names();
                String text = new SystemTexts(scope.screens().texts(), names.me(), names::nameOf)
                        .of(entry.senderId(), entry.body());
                label.setText(text == null ? scope.t("message.unknown") : text);
            }
        }
    }
}
