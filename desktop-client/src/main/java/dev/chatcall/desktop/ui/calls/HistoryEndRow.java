package dev.chatcall.desktop.ui.calls;

import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.people.Row;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands below the past calls that are loaded. */
final class HistoryEndRow implements Row<PastCall> {
    private final PushButton button;
    private final Notice wrong = new Notice(Notice.Tone.DANGER);
    private final VBox node;

    HistoryEndRow(PushButton button) {
        this.button = button;
        node = new VBox(8, wrong, button);
        node.getStyleClass().add("history-end");
        node.setAlignment(Pos.CENTER);
        node.setAccessibleText(button.getText());
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(PastCall line) {
        switch (line) {
            case PastCall.Earlier(boolean loading) -> button.setBusy(loading);
            case PastCall.Failed(String text) -> wrong.say(text);
            case PastCall.Made _ -> {}
        }
    }
}
