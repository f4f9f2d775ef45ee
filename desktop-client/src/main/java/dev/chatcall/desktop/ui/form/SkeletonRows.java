package dev.chatcall.desktop.ui.form;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Rows that stand where others will be when they are loaded. */
public final class SkeletonRows extends VBox {
    private static final int AVATAR_PX = 40;

    /** @param label what a screen reader says meanwhile */
    public SkeletonRows(int count, String label) {
        getStyleClass().add("skeleton-list");
        setAccessibleText(label);
        for (int row = 0; row < count; row++) {
            getChildren().add(row(row));
        }
    }

    private static HBox row(int at) {
        Region disc = part("skeleton-disc", AVATAR_PX, AVATAR_PX);
        VBox lines =
                new VBox(8, part("skeleton-bar", 96 + at * 37 % 60, 10), part("skeleton-bar", 150 + at * 23 % 50, 8));
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox row = new HBox(12, disc, lines);
        row.getStyleClass().add("skeleton-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Region part(String styleClass, double width, double height) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        part.setMinSize(width, height);
        part.setMaxSize(width, height);
        return part;
    }
}
