package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.Receipts;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.widget.WrappedText;
import dev.chatcall.protocol.account.Person;
import java.util.List;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Who has read one of one's own messages in a group, who has it, and who has not. */
final class ReceiptsView extends ScrollPane {
    private static final double WIDTH = 380;
    private static final double MOST_HEIGHT = 480;

    private final Screens screens;
    private final Names names;
    private final VBox content = new VBox();
    private final Observable<Receipts> receipts;

    ReceiptsView(Screens screens, UUID conversationId, long seq) {
        this.screens = screens;
        receipts = screens.client().state().receipts(conversationId, seq);
        getStyleClass().add("receipts");
        content.getStyleClass().add("receipts-list");
        setContent(content);
        setFitToWidth(true);
        setPrefWidth(WIDTH);
        setMaxHeight(MOST_HEIGHT);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Watching watching = new Watching(this);
        names = new Names(screens.client().state(), watching, this::draw);
        watching.watch(receipts, now -> draw());
    }

    private void draw() {
        Receipts now = receipts.get();
        content.getChildren().clear();
        if (now.readBy().isEmpty()) {
            content.getChildren().add(note("message.readByNobody"));
        }
        add("message.readBy", now.readBy());
        add("message.deliveredTo", now.deliveredTo());
        add("message.sentTo", now.pending());
        content.getChildren().add(note("message.receiptsOff"));
    }

    private WrappedText note(String key) {
        WrappedText note = new WrappedText();
        note.setText(screens.t(key));
        note.getStyleClass().add("receipts-note");
        return note;
    }

    private void add(String titleKey, List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Label title = new Label(screens.t(titleKey));
        title.getStyleClass().add("receipts-title");
        content.getChildren().add(title);
        for (UUID id : ids) {
            Person person = names.of(id);
            if (person != null) {
                content.getChildren().add(row(person));
            }
        }
    }

    private HBox row(Person person) {
        Portrait portrait = new Portrait(screens.pictures(), 40);
        portrait.show(person.displayName(), person.id(), person.avatarId());
        Label name = new Label(person.displayName());
        name.getStyleClass().add("person-name");
        Label user = new Label("@" + person.username());
        user.getStyleClass().add("person-text");
        HBox row = new HBox(portrait.avatar(), new VBox(name, user));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("receipts-person");
        // Keeps the portrait, which only its picture's listener would know otherwise.
        row.setUserData(portrait);
        return row;
    }
}
