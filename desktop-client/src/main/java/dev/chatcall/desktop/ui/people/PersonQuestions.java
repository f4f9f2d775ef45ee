package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.protocol.account.Person;
import java.util.Map;

/** Asks before what is hard to take back. */
public final class PersonQuestions {
    private final Screens screens;

    public PersonQuestions(Screens screens) {
        this.screens = screens;
    }

    public void remove(Person person) {
        screens.dialogs()
                .ask(
                        screens.texts().t("contacts.removeTitle", Map.of("name", person.displayName())),
                        screens.t("contacts.removeText"),
                        screens.t("action.remove"),
                        true,
                        () -> screens.client().contacts().remove(person.id()));
    }

    public void block(Person person) {
        screens.dialogs()
                .ask(
                        screens.texts().t("contacts.blockTitle", Map.of("name", person.displayName())),
                        screens.t("contacts.blockText"),
                        screens.t("contacts.block"),
                        true,
                        () -> screens.client().contacts().block(person.id()));
    }
}
