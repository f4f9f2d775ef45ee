package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.ui.Screens;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A row of emoji above the controls; it stays open, so that one may send several. */
final class ReactionChoice extends HBox {
    private static final List<String> EMOJI = List.of("👍", "❤️", "😂", "😮", "👏", "🎉");

    /** @param close called for Escape */
    ReactionChoice(Screens screens, Runnable close) {
        getStyleClass().add("reaction-choice");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(screens.t("call.react"));
        for (String emoji : EMOJI) {
            Button button = new Button();
            button.getStyleClass().setAll("reaction-button");
            button.setGraphic(new HBox(screens.emojis().nodes(emoji, 24).toArray(javafx.scene.Node[]::new)));
            button.setAccessibleText(screens.texts().t("call.reactWith", Map.of("emoji", emoji)));
            button.setOnAction(event -> screens.client().calls().react(emoji));
            getChildren().add(button);
        }
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }

    void focusFirst() {
        getChildren().getFirst().requestFocus();
    }
}
