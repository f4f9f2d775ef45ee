package dev.chatcall.desktop.ui.widget;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The body of a dialog that asks: the text, what went wrong, the two buttons. */
final class Question extends VBox {
    private final Notice problem = new Notice(Notice.Tone.DANGER);
    private final PushButton cancel;
    private final PushButton confirm;

    Question(Texts texts, String text, String action, boolean danger, Runnable onCancel, Runnable onConfirm) {
        Label words = Words.of(text, "muted");
        Words.wrap(words);
        VBox body = new VBox(words, problem);
        body.getStyleClass().add("dialog-body");
        cancel = new PushButton(Look.QUIET, texts.t("action.cancel"), onCancel);
        cancel.setCancelButton(true);
        confirm = new PushButton(danger ? Look.DANGER : Look.PRIMARY, action, onConfirm);
        HBox actions = new HBox(cancel, confirm);
        actions.getStyleClass().add("dialog-actions");
        getChildren().addAll(body, actions);
    }

    void focusCancel() {
        cancel.requestFocus();
    }

    void busy() {
        problem.say(null);
        confirm.setBusy(true);
    }

    void failed(String text) {
        confirm.setBusy(false);
        problem.say(text);
    }
}
