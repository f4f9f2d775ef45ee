package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.Contacts;
import dev.chatcall.desktop.ui.people.PersonActions;
import dev.chatcall.desktop.ui.people.PersonRow;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.contact.ContactState;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** Whom one has blocked. */
final class BlockedPeople extends VBox {
    private final Screens screens;

    BlockedPeople(Screens screens) {
        this.screens = screens;
        new Watching(this).watch(screens.client().state().account(), this::show);
    }

    private void show(Optional<Account> account) {
        List<Person> blocked =
                Contacts.in(ContactState.BLOCKED, account, screens.texts().locale());
        if (blocked.isEmpty()) {
            getChildren()
                    .setAll(new EmptyState(Icon.BLOCK, screens.t("blocked.empty"), screens.t("blocked.emptyText")));
            return;
        }
        VBox rows = new VBox();
        for (Person person : blocked) {
            rows.getChildren().add(new PersonRow(screens, person).with(new PersonActions(screens, person, () -> {})));
        }
        getChildren().setAll(rows);
    }
}
