package dev.chatcall.desktop.ui.gallery;

import static dev.chatcall.desktop.ui.gallery.People.BEN;
import static dev.chatcall.desktop.ui.gallery.People.CHAT;
import static dev.chatcall.desktop.ui.gallery.People.GROUP;

import dev.chatcall.desktop.client.OutboxSummary;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.newchat.NewChatDialog;
import dev.chatcall.desktop.ui.newchat.NewGroupDialog;
import dev.chatcall.desktop.ui.people.PersonQuestions;
import dev.chatcall.desktop.ui.settings.PictureDialog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What lies over a screen. */
final class DialogsShown {
    static final List<Exhibit> ALL = List.of(
            new Exhibit("dialog-new-chat", room -> {
                Panes.open(room, new Place.Chats());
                room.act(() -> NewChatDialog.show(room.screens));
            }),
            new Exhibit("dialog-new-group", room -> {
                Panes.open(room, new Place.Chats());
                room.act(() -> NewGroupDialog.show(room.screens));
                room.press(room.t("people.choose", Map.of("name", BEN.displayName())));
            }),
            new Exhibit("dialog-add-people", room -> {
                Panes.open(room, new Place.Details(GROUP.id()));
                room.press(room.t("details.addMembers"));
            }),
            new Exhibit("dialog-rename", room -> {
                room.client().answer("rename", args -> FakeClient.failed("conversation.forbidden"));
                Panes.open(room, new Place.Details(GROUP.id()));
                room.press(room.t("details.rename"));
                room.fill(room.t("newGroup.name"), "Winter house");
                room.press(room.t("action.save"));
            }),
            new Exhibit("dialog-block", room -> {
                room.client().answer("block", args -> FakeClient.failed("network.unreachable"));
                Panes.open(room, new Place.Contacts());
                room.act(() -> new PersonQuestions(room.screens).block(BEN));
                room.press(room.t("contacts.block"));
            }),
            new Exhibit("dialog-sign-out", room -> {
                room.client().state.outbox.set(new OutboxSummary(2, 0, true));
                Panes.open(room, new Place.Settings("account"));
                room.press(room.t("account.signOut"));
            }),
            new Exhibit("dialog-picture", room -> {
                Panes.open(room, new Place.Settings("profile"));
                room.act(() ->
                        PictureDialog.show(room.screens, true, chosen -> CompletableFuture.completedFuture(null)));
            }),
            new Exhibit("dialog-shortcuts", room -> {
                Panes.open(room, new Place.Chats());
                room.act(() -> room.find(".main-screen")
                        .fireEvent(new KeyEvent(
                                KeyEvent.KEY_TYPED, "?", "?", KeyCode.UNDEFINED, false, false, false, false)));
                room.read(room.t("shortcuts.title"));
            }),
            new Exhibit("emoji-picker", room -> {
                Panes.open(room, new Place.Conversation(CHAT.id()));
                room.press(room.t("composer.emoji"));
            }));

    private DialogsShown() {}
}
