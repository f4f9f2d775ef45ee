package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.conversation.ConversationKind;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What there is to know and to set about a conversation. */
public final class DetailsView extends VBox {
    private static final int ICON_PX = 20;

    private final Screens screens;
    private final StackPane body = new StackPane();
    private @Nullable ConversationDetails shown;

    public DetailsView(Screens screens, UUID conversationId) {
        this.screens = screens;
        getStyleClass().add("details-pane");
        PushButton close = PushButton.ofIcon(
                Icon.CLOSE,
                ICON_PX,
                screens.t("action.close"),
                () -> screens.navigation().go(new Place.Conversation(conversationId)));
        Label title = Words.of(screens.t("details.title"), "details-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox header = new HBox(title, between, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("details-header");
        setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(header, body);
        new Watching(this).watch(screens.client().state().conversation(conversationId), this::show);
    }

    private void show(Optional<ConversationView> found) {
        if (found.isEmpty()) {
            shown = null;
            body.getChildren().clear();
            return;
        }
        ConversationView conversation = found.get();
        if (shown == null) {
            shown = conversation.kind() == ConversationKind.GROUP
                    ? new GroupDetails(screens, conversation)
                    : new PersonDetails(screens, conversation);
            body.getChildren().setAll(shown.node());
        }
        shown.show(conversation);
    }
}
