package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.call.CallStarts;
import dev.chatcall.desktop.ui.conversation.rows.CallTexts;
import dev.chatcall.desktop.ui.conversation.rows.Row;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.message.MessageBody;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** A past call between the messages, with a way to call again. */
final class CallCell extends LineCells.Single {
    private final RowScope scope;
    private final HBox entry;
    private final StackPane icon = new StackPane();
    private final Label what = new Label();
    private final Label time = new Label();
    private final Button again = new Button();

    CallCell(RowScope scope) {
        this(scope, new HBox());
    }

    private CallCell(RowScope scope, HBox entry) {
        super(new HBox(entry), "call-line");
        this.scope = scope;
        this.entry = entry;
        entry.getStyleClass().add("call-entry");
        entry.setAlignment(Pos.CENTER);
        time.getStyleClass().add("call-time");
        again.getStyleClass().add("plain");
        entry.getChildren().addAll(icon, what, time, again);
    }

    @Override
    protected void show(Row row) {
        if (row instanceof Row.Event(var message) && message.body() instanceof MessageBody.CallEnded call) {
            show(message, call);
        }
    }

    private void show(TimelineEntry message, MessageBody.CallEnded call) {
        boolean mine = scope.isMine(message);
        boolean missed = CallTexts.wasMissed(call, mine);
        Icon kind = call.video() ? Icon.VIDEO : Icon.CALL;
        icon.getChildren().setAll((missed ? Icon.MISSED_CALL : kind).at(16));
        Look.state(entry, "missed", missed);
        what.setText(CallTexts.of(scope.screens().texts(), call, mine));
        time.setText(scope.screens().texts().time(message.sentAt()));
        again.setText(scope.t(mine ? "calls.again" : "calls.callBack"));
        Look.show(again, call.reason() != EndReason.MOVED);
        again.setOnAction(event -> new CallStarts(scope.screens()).start(message.conversationId(), call.video()));
    }
}
