package dev.chatcall.desktop.ui.form;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Something that is on or off. The space bar and Enter turn it, which AtlantaFX's own switch lacks. */
public final class Switch extends ToggleButton {
    public Switch(String label) {
        Region thumb = new Region();
        thumb.getStyleClass().add("switch-thumb");
        getStyleClass().setAll("switch");
        setGraphic(thumb);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleText(label);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                fire();
            }
        });
    }
}
