package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.Face;
import dev.chatcall.desktop.ui.people.PresenceText;
import dev.chatcall.desktop.ui.people.Row;
import dev.chatcall.desktop.ui.settings.PictureDialog;
import dev.chatcall.protocol.conversation.Role;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A group's picture, name and options. */
final class GroupTop implements Row<DetailItem> {
    private final Screens screens;
    private final Hero hero;
    private final ConversationOptions options;
    private final PushButton rename;
    private final PushButton picture;
    private final VBox node;
    private ConversationView conversation;

    GroupTop(Screens screens, ConversationView conversation) {
        this.screens = screens;
        this.conversation = conversation;
        hero = new Hero(screens);
        options = new ConversationOptions(screens, conversation);
        rename = new PushButton(
                Look.QUIET,
                screens.t("details.rename"),
                Icon.RENAME,
                () -> RenameDialog.show(screens, this.conversation.id(), nameOf(this.conversation)));
        picture = new PushButton(Look.QUIET, screens.t("profile.picture"), Icon.PICTURE, this::changePicture);
        hero.with(rename, picture);
        node = new VBox(hero, options);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(DetailItem item) {
        if (item instanceof DetailItem.Top(ConversationView next, long online)) {
            conversation = next;
            boolean manages = next.myRole() != Role.MEMBER;
            hero.show(new Face(next.id(), nameOf(next), next.avatarId()));
            hero.say(PresenceText.ofGroup(next.members().size(), online, screens.texts()));
            options.show(next);
            rename.setVisible(manages);
            rename.setManaged(manages);
            picture.setVisible(manages);
            picture.setManaged(manages);
            node.setAccessibleText(nameOf(next));
        }
    }

    private void changePicture() {
        UUID id = conversation.id();
        PictureDialog.show(
                screens,
                conversation.avatarId() != null,
                chosen -> screens.client().conversations().setPicture(id, chosen));
    }

    private static String nameOf(ConversationView conversation) {
        return Optional.ofNullable(conversation.name()).orElse("");
    }
}
