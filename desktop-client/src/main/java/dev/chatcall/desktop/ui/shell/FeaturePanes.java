package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.CallLayer;
import dev.chatcall.desktop.ui.call.RingLayer;
import dev.chatcall.desktop.ui.calls.CallsView;
import dev.chatcall.desktop.ui.contacts.ContactsView;
import dev.chatcall.desktop.ui.conversation.ConversationView;
import dev.chatcall.desktop.ui.details.DetailsView;
import dev.chatcall.desktop.ui.list.ChatsView;
import dev.chatcall.desktop.ui.newchat.NewChatDialog;
import dev.chatcall.desktop.ui.newchat.NewGroupDialog;
import dev.chatcall.desktop.ui.settings.Section;
import dev.chatcall.desktop.ui.settings.SettingsList;
import dev.chatcall.desktop.ui.settings.SettingsPage;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The panes of the program. */
public final class FeaturePanes implements Panes {
    @Override
    public Searchable chats(Screens screens) {
        ChatsView view = new ChatsView(screens);
        return new Searchable(view, view::focusSearch);
    }

    @Override
    public Region contacts(Screens screens) {
        return new ContactsView(screens);
    }

    @Override
    public Region calls(Screens screens) {
        return new CallsView(screens);
    }

    @Override
    public Region settingsList(Screens screens, @Nullable String section) {
        return new SettingsList(screens, section);
    }

    @Override
    public Region settingsPage(Screens screens, @Nullable String section, ObservableValue<Boolean> alone) {
        SettingsPage page = new SettingsPage(screens, Section.of(section));
        page.backShown(alone);
        return page;
    }

    @Override
    public Region check(Screens screens, ObservableValue<Boolean> alone) {
        SettingsPage page = SettingsPage.check(screens);
        page.backShown(alone);
        return page;
    }

    @Override
    public Writable conversation(Screens screens, UUID id, ObservableValue<Boolean> alone) {
        ConversationView view = new ConversationView(screens, id);
        view.backShown(alone);
        return new Writable(view, view::write);
    }

    @Override
    public Region details(Screens screens, UUID id) {
        return new DetailsView(screens, id);
    }

    @Override
    public Region call(Screens screens, Region main) {
        CallLayer layer = new CallLayer(screens);
        layer.cover(main);
        return layer;
    }

    @Override
    public Region ringing(Screens screens) {
        return new RingLayer(screens);
    }

    @Override
    public void newChat(Screens screens) {
        NewChatDialog.show(screens);
    }

    @Override
    public void newGroup(Screens screens) {
        NewGroupDialog.show(screens);
    }
}
