package dev.chatcall.desktop.ui.form;

import javafx.scene.control.Hyperlink;

/** Words that lead somewhere. */
public final class TextLink extends Hyperlink {
    public TextLink(String text, Runnable go) {
        super(text);
        getStyleClass().add("link");
        setMinHeight(USE_PREF_SIZE);
        setWrapText(true);
        setOnAction(event -> {
            setVisited(false);
            go.run();
        });
    }
}
