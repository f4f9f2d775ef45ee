package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.conversation.rows.Row;
import dev.chatcall.desktop.ui.widget.WrappedText;
import dev.chatcall.protocol.conversation.ConversationKind;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;

/** Before the first message: whose conversation this is. */
final class BeginningCell extends LineCells.Single {
    private final RowScope scope;
    private final Portrait portrait;
    private final WrappedText title = new WrappedText();
    private final WrappedText hint = new WrappedText();

    BeginningCell(RowScope scope) {
        this(scope, new VBox());
    }

    private BeginningCell(RowScope scope, VBox box) {
        super(box, "beginning");
        this.scope = scope;
        portrait = new Portrait(scope.screens().pictures(), 64);
        box.setAlignment(Pos.TOP_CENTER);
        title.getStyleClass().add("beginning-title");
        hint.getStyleClass().add("beginning-text");
        hint.setText(scope.t("conversation.startText"));
        box.getChildren().addAll(portrait.avatar(), title, hint);
    }

    @Override
    protected void show(Row row) {
        ConversationView conversation = scope.conversation().get();
        Face face = Face.of(conversation, scope.names(), scope.screens().texts());
        boolean group = conversation.kind() == ConversationKind.GROUP;
        title.setText(scope.screens()
                .texts()
                .t(group ? "conversation.startGroup" : "conversation.startDirect", Map.of("name", face.name())));
        Look.show(hint, conversation.lastSeq() == 0);
        portrait.show(face.name(), face.id(), face.avatarId());
    }
}
