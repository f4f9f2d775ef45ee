package dev.chatcall.desktop.ui.form;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.icon.Icon;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Where one types what to find. Escape empties it before it does anything else. */
public final class SearchField extends HBox {
    private static final int ICON_PX = 16;

    private final TextField input = new TextField();

    public SearchField(String label, Texts texts) {
        getStyleClass().add("search-field");
        setAlignment(Pos.CENTER_LEFT);
        input.setPromptText(label);
        input.setAccessibleText(label);
        input.getStyleClass().add("search-input");
        setHgrow(input, Priority.ALWAYS);
        PushButton clear = PushButton.ofIcon(Icon.CLOSE, ICON_PX, texts.t("action.clearSearch"), this::clear);
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(input.textProperty().isNotEmpty());
        input.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !input.getText().isEmpty()) {
                event.consume();
                clear();
            }
        });
        getChildren().addAll(Icon.SEARCH.at(ICON_PX), input, clear);
    }

    public TextField input() {
        return input;
    }

    public StringProperty text() {
        return input.textProperty();
    }

    public void clear() {
        input.clear();
        input.requestFocus();
    }
}
