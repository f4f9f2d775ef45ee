package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.LinkQuality;
import dev.chatcall.desktop.call.LinkQuality.Grade;
import dev.chatcall.desktop.call.Tile;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Whose picture it is, and how they are: hand, muted, bad connection. */
final class TileLabel extends HBox {
    private final Screens screens;
    private @Nullable Shown shown;

    private record Shown(String name, boolean screen, boolean hand, int turn, boolean muted, Grade grade) {}

    TileLabel(Screens screens) {
        this.screens = screens;
        getStyleClass().add("tile-label");
        setAlignment(Pos.CENTER_LEFT);
        setMouseTransparent(true);
    }

    /** @param turn whose hand was first, 1 the first; 0 where there is nothing to tell apart */
    void show(Tile tile, String name, @Nullable LinkQuality link, int turn) {
        boolean muted = tile.muted() && !tile.screen() && !tile.waiting();
        Grade grade = link == null || tile.screen() ? Grade.GOOD : link.grade();
        Shown next = new Shown(name, tile.screen(), tile.hand(), turn, muted, grade);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        getChildren().clear();
        if (next.screen) {
            getChildren().add(Icon.SCREEN.at(14));
        }
        if (next.hand) {
            addHand(turn);
        }
        if (muted) {
            getChildren().add(named(Icon.MICROPHONE_OFF.at(14), screens.t("call.isMuted")));
        }
        Label label = new Label(name);
        label.getStyleClass().add("tile-name");
        label.setMinWidth(0);
        getChildren().add(label);
        if (grade != Grade.GOOD) {
            getChildren().add(new QualityMark(screens.texts(), grade));
        }
    }

    private void addHand(int turn) {
        Node hand = named(Icon.HAND.at(14), screens.t("call.handUp"));
        hand.getStyleClass().add("tile-hand");
        getChildren().add(hand);
        if (turn > 0) {
            Label number = new Label(String.valueOf(turn));
            number.getStyleClass().add("tile-turn");
            number.setMinWidth(USE_PREF_SIZE);
            getChildren().add(number);
        }
    }

    private static Node named(Node icon, String name) {
        icon.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        icon.setAccessibleText(name);
        return icon;
    }

    /** What a tile is called. */
    static String nameOf(Screens screens, Tile tile, String person) {
        if (tile.screen()) {
            return tile.mine()
                    ? screens.t("call.yourScreen")
                    : screens.texts().t("call.screenOf", Map.of("name", person));
        }
        return tile.mine() ? screens.t("call.you") : person;
    }
}
