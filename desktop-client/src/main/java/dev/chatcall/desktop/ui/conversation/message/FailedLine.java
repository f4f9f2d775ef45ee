package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.widget.WrappedText;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** Below a message that was not sent: why, and what to do now. Takes no room below others. */
final class FailedLine extends FlowPane {
    private final RowScope scope;
    private final WrappedText why = new WrappedText();
    private final Button retry;
    private final Button discard;

    FailedLine(RowScope scope) {
        this.scope = scope;
        getStyleClass().add("failed-line");
        setAlignment(Pos.CENTER_RIGHT);
        setAccessibleRole(AccessibleRole.TEXT);
        retry = plain(scope.t("message.retry"));
        discard = plain(scope.t("message.discard"));
        discard.getStyleClass().setAll("button", "danger-plain");
        getChildren().addAll(why, retry, discard);
        Look.show(this, false);
    }

    private static Button plain(String text) {
        Button button = new Button(text);
        button.getStyleClass().add("plain");
        return button;
    }

    void show(TimelineEntry entry) {
        boolean shown = entry.delivery() == Delivery.FAILED;
        Look.show(this, shown);
        if (!shown) {
            return;
        }
        String error = entry.error();
        why.setText(
                error == null
                        ? scope.t("message.failed")
                        : scope.screens()
                                .texts()
                                .t(
                                        "message.failedReason",
                                        Map.of("reason", scope.screens().texts().errorOf(error))));
        var messages = scope.screens().client().messages();
        retry.setOnAction(event -> messages.retry(entry.conversationId(), entry.id()));
        discard.setOnAction(event -> messages.discard(entry.conversationId(), entry.id()));
    }
}
