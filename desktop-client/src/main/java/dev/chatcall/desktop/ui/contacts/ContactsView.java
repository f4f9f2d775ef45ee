package dev.chatcall.desktop.ui.contacts;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.ListHeader;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Requests both ways, one's contacts, and everybody else as one types. */
public final class ContactsView extends VBox {
    public ContactsView(Screens screens) {
        PeopleFinder.Content content = new PeopleFinder.Content(
                screens.t("contacts.find"),
                screens.t("contacts.title"),
                ContactEntries::own,
                () -> new EmptyState(Icon.ADD_PERSON, screens.t("contacts.empty"), screens.t("contacts.emptyText")));
        PeopleFinder people = new PeopleFinder(screens, new Watching(this), content, () -> {});
        getStyleClass().add("list-pane");
        setVgrow(people.body(), Priority.ALWAYS);
        getChildren().addAll(new ListHeader(screens.t("contacts.title")).with(people.search()), people.body());
    }
}
