package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.LinkQuality.Grade;
import dev.chatcall.desktop.text.Texts;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Three bars, as many of them full as the connection is good. */
final class QualityMark extends HBox {
    private static final double[] HEIGHTS = {5, 8, 12};

    QualityMark(Texts texts, Grade grade) {
        String name = grade.name().toLowerCase(Locale.ROOT);
        getStyleClass().addAll("quality-mark", name);
        setAlignment(Pos.BOTTOM_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(texts.t("call.quality", Map.of("grade", name)));
        int full = switch (grade) {
            case GOOD -> 3;
            case FAIR -> 2;
            case POOR -> 1;
        };
        for (int at = 0; at < HEIGHTS.length; at++) {
            Region bar = new Region();
            bar.getStyleClass().add(at < full ? "full" : "empty");
            bar.setMinSize(3, HEIGHTS[at]);
            bar.setMaxSize(3, HEIGHTS[at]);
            getChildren().add(bar);
        }
    }
}
