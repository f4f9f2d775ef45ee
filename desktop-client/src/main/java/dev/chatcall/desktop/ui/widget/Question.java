package dev.chatcall.desktop.ui.widget;

import dev.chatcall.desktop.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The body of a dialog that asks: the text, what went wrong, the two buttons. */
final class Question extends VBox {
    private final NoticeLine problem = new NoticeLine(NoticeLine.Tone.DANGER);
    private final Button cancel;
    private final Button confirm;

    Question(Texts texts, String text, String action, boolean danger, Runnable onCancel, Runnable onConfirm) {
        Label words = new Label(text);
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        VBox body = new VBox(words, problem);
        body.getStyleClass().add("dialog-body");
        cancel = Buttons.quiet(texts.t("action.cancel"), onCancel);
        cancel.setCancelButton(true);
        confirm = danger ? Buttons.danger(action, onConfirm) : Buttons.primary(action, onConfirm);
        HBox actions = new HBox(cancel, confirm);
        actions.getStyleClass().add("dialog-actions");
        getChildren().addAll(body, actions);
    }

    void focusCancel() {
        cancel.requestFocus();
    }

    void busy() {
        problem.hide();
        confirm.setDisable(true);
    }

    void failed(String text) {
        confirm.setDisable(false);
        problem.show(text);
    }
}
