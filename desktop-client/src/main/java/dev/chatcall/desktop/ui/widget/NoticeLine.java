package dev.chatcall.desktop.ui.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** A sentence in a form or dialog; takes no room while there is none. */
public final class NoticeLine extends Label {
    public enum Tone {
        CALM,
        WARNING,
        DANGER
    }

    public NoticeLine(Tone tone) {
        getStyleClass().add("notice");
        tone(tone);
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        hide();
    }

    public void tone(Tone tone) {
        getStyleClass().removeAll("warning", "danger");
        switch (tone) {
            case CALM -> {}
            case WARNING -> getStyleClass().add("warning");
            case DANGER -> getStyleClass().add("danger");
        }
    }

    public void show(String text) {
        setText(text);
        setVisible(true);
        setManaged(true);
    }

    public void hide() {
        setText("");
        setVisible(false);
        setManaged(false);
    }
}
