package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.desktop.ui.form.MoreMenu;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.account.Person;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Makes the lines of a list of people. */
public final class EntryRows {
    private final Screens screens;
    private final Now now;
    private final Runnable onOpened;

    /** @param onOpened runs when a conversation was opened */
    public EntryRows(Screens screens, Now now, Runnable onOpened) {
        this.screens = screens;
        this.now = now;
        this.onOpened = onOpened;
    }

    public Row<Entry> row(Entry entry) {
        return switch (entry) {
            case Entry.Heading(String text) -> new HeadingRow(text);
            case Entry.Known(Person person) -> new KnownRow(person);
            case Entry.Asked(Person person, String text) ->
                new SomeoneRow(new PersonRow(screens, person).withBelow(new PersonActions(screens, person, onOpened)));
            case Entry.Someone(Person person) ->
                new SomeoneRow(new PersonRow(screens, person).with(new PersonActions(screens, person, onOpened)));
        };
    }

    /** What a press on the line does: it opens the conversation with a contact. */
    public void open(Entry entry) {
        if (entry instanceof Entry.Known(Person person)) {
            write(person);
        }
    }

    /** Opens the conversation with somebody. */
    public void write(Person person) {
        Attempt.run(screens, screens.client().conversations().openDirect(person.id()), id -> {
            screens.navigation().go(new Place.Conversation(id));
            onOpened.run();
        });
    }

    private record HeadingRow(Label node) implements Row<Entry> {
        private HeadingRow(String text) {
            this(Words.groupHeading(text));
        }

        @Override
        public void show(Entry item) {
            if (item instanceof Entry.Heading(String text)) {
                node.setText(text);
                node.setAccessibleText(text);
            }
        }
    }

    private record SomeoneRow(PersonRow node) implements Row<Entry> {
        @Override
        public void show(Entry item) {
            switch (item) {
                case Entry.Asked(Person person, String text) -> node.show(person, text);
                case Entry.Someone(Person person) -> node.show(person, null);
                case Entry.Known(Person person) -> node.show(person, null);
                case Entry.Heading _ -> {}
            }
        }
    }

    private final class KnownRow implements Row<Entry> {
        private final PersonRow node;
        private Person person;

        private KnownRow(Person person) {
            this.person = person;
            PersonQuestions questions = new PersonQuestions(screens);
            String label = screens.texts().t("list.actions", Map.of("name", person.displayName()));
            MoreMenu menu = new MoreMenu(label)
                    .add(screens.t("contacts.remove"), Icon.REMOVE_PERSON, false, () -> questions.remove(this.person))
                    .add(screens.t("contacts.block"), Icon.BLOCK, true, () -> questions.block(this.person));
            menu.getStyleClass().add("shown-on-hover");
            node = new PersonRow(screens, person).with(menu);
            ClientState state = screens.client().state();
            Watching watching = new Watching(node);
            watching.watch(state.presence(person.id()), presence -> render());
            watching.watch(now.value(), time -> render());
        }

        @Override
        public Region node() {
            return node;
        }

        @Override
        public void show(Entry item) {
            if (item instanceof Entry.Known(Person next)) {
                person = next;
                render();
            }
        }

        private void render() {
            String text = screens.client()
                    .state()
                    .presence(person.id())
                    .get()
                    .map(presence -> PresenceText.of(presence, screens.texts(), now.get()))
                    .orElse(null);
            node.show(person, text);
        }
    }
}
