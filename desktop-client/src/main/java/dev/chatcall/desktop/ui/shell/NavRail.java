package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.client.Badge;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.widget.Avatar;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.contact.ContactState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The places of the program: a rail beside the list, a bar below it where only one pane fits. */
final class NavRail extends StackPane {
    private static final double ICON = 22;
    private static final double FACE = 28;

    private final Screens screens;
    private final RailTab chats;
    private final RailTab contacts;
    private final RailTab calls;
    private final RailTab settings;
    private final RailTab shortcuts;
    private final RailTab accounts;
    private final Avatar face = new Avatar(FACE);
    private @Nullable ObservableValue<@Nullable Image> picture;

    NavRail(Screens screens, Runnable onShortcuts, AccountSwitch others) {
        this.screens = screens;
        getStyleClass().add("rail");
        chats = tab("nav.chats", Icon.CHATS, new Place.Chats());
        contacts = tab("nav.contacts", Icon.GROUP, new Place.Contacts());
        calls = tab("nav.calls", Icon.CALL, new Place.Calls());
        settings = tab("nav.settings", Icon.SETTINGS, new Place.Settings(null));
        shortcuts = new RailTab(screens.t("nav.shortcuts"), Icon.SHORTCUTS.at(ICON), onShortcuts);
        accounts = new RailTab(screens.t("desktop.accounts.title"), Icon.SERVER.at(ICON), () -> {});
        accounts.setOnAction(event -> others.open(accounts));
        Watching watching = new Watching(this);
        watching.watch(screens.client().state().badge(), this::showBadge);
        watching.watch(screens.client().state().account(), this::showAccount);
        screens.navigation().place().addListener((property, before, place) -> showPlace(place));
        showPlace(screens.navigation().place().getValue());
        bar(false);
    }

    /** Whether it lies below the list. */
    void bar(boolean now) {
        List<RailTab> places = List.of(chats, contacts, calls, settings);
        places.forEach(tab -> tab.inBar(now));
        Pane tabs = now ? new HBox() : new VBox();
        tabs.getStyleClass().add(now ? "rail-bar" : "rail-column");
        tabs.getChildren().addAll(chats, contacts, calls);
        if (now) {
            places.forEach(tab -> HBox.setHgrow(tab, Priority.ALWAYS));
        } else {
            Region space = new Region();
            VBox.setVgrow(space, Priority.ALWAYS);
            tabs.getChildren().addAll(space, shortcuts, accounts);
        }
        tabs.getChildren().add(settings);
        setAlignment(tabs, Pos.CENTER);
        getChildren().setAll(tabs);
    }

    private RailTab tab(String key, Icon icon, Place place) {
        return new RailTab(
                screens.t(key), icon.at(ICON), () -> screens.navigation().go(place));
    }

    private void showPlace(Place place) {
        chats.current(place instanceof Place.Chats || place.conversationId() != null);
        contacts.current(place instanceof Place.Contacts);
        calls.current(place instanceof Place.Calls);
        settings.current(place instanceof Place.Settings || place instanceof Place.Check);
    }

    private void showBadge(Badge badge) {
        chats.count(badge.unread(), screens.texts().t("nav.chatsUnread", Map.of("count", badge.unread())));
    }

    private void showAccount(Optional<Account> account) {
        long requests = account.map(own -> own.contacts().stream()
                        .filter(contact -> contact.state() == ContactState.INCOMING)
                        .count())
                .orElse(0L);
        contacts.count(requests, screens.texts().t("nav.contactsRequests", Map.of("count", requests)));
        account.map(Account::person).ifPresent(this::showMe);
    }

    private void showMe(Person me) {
        ObservableValue<@Nullable Image> own = screens.pictures().picture(me.avatarId());
        picture = own;
        own.addListener((property, before, image) -> {
            if (own.equals(picture)) {
                face.show(me.displayName(), me.id(), image);
            }
        });
        face.show(me.displayName(), me.id(), own.getValue());
        settings.icon(face);
        settings.setAccessibleText(screens.texts().t("nav.me", Map.of("name", me.displayName())));
    }
}
