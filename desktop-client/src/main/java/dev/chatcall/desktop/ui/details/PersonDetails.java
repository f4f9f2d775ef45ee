package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.Contacts;
import dev.chatcall.desktop.ui.people.Face;
import dev.chatcall.desktop.ui.people.Now;
import dev.chatcall.desktop.ui.people.PersonQuestions;
import dev.chatcall.desktop.ui.people.PresenceText;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.contact.ContactState;
import dev.chatcall.protocol.presence.Presence;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The other person of a direct conversation. */
final class PersonDetails implements ConversationDetails {
    private final Screens screens;
    private final ClientState state;
    private final UUID id;
    private final Now now;
    private final ScrollPane node = new ScrollPane();
    private final Hero hero;
    private final VBox facts = new VBox();
    private final VBox danger = new VBox();
    private final ConversationOptions options;
    private Optional<Person> person = Optional.empty();

    PersonDetails(Screens screens, ConversationView conversation) {
        this.screens = screens;
        state = screens.client().state();
        id = Objects.requireNonNull(conversation.otherId());
        hero = new Hero(screens);
        options = new ConversationOptions(screens, conversation);
        facts.getStyleClass().add("details-section");
        danger.getStyleClass().add("details-danger");
        node.setContent(new VBox(hero, facts, options, danger));
        node.setFitToWidth(true);
        Watching watching = new Watching(node);
        now = new Now(screens, watching);
        Observable<Optional<ContactState>> contact = state.account().map(account -> Contacts.stateOf(account, id));
        watching.watch(state.person(id), this::showPerson);
        watching.watch(state.presence(id), changed -> showPresence());
        watching.watch(now.value(), changed -> showPresence());
        watching.watch(contact, this::showActions);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(ConversationView conversation) {
        options.show(conversation);
    }

    private void showPerson(Optional<Person> found) {
        person = found;
        if (found.isEmpty()) {
            return;
        }
        Person known = found.get();
        hero.show(Face.of(known));
        facts.getChildren().setAll(fact("details.userName", "@" + known.username()));
        if (!known.statusMessage().isEmpty()) {
            facts.getChildren().add(fact("details.status", known.statusMessage()));
        }
    }

    private void showPresence() {
        Optional<Presence> presence = state.presence(id).get();
        hero.online(presence.map(Presence::online).orElse(false));
        hero.say(presence.map(known -> PresenceText.of(known, screens.texts(), now.get()))
                .orElse(""));
    }

    private void showActions(Optional<ContactState> contact) {
        PersonQuestions questions = new PersonQuestions(screens);
        danger.getChildren().clear();
        if (contact.equals(Optional.of(ContactState.CONTACT))) {
            danger.getChildren()
                    .add(new PushButton(
                            Look.DANGER_PLAIN,
                            screens.t("contacts.remove"),
                            Icon.REMOVE_PERSON,
                            () -> person.ifPresent(questions::remove)));
        }
        boolean blocked = contact.equals(Optional.of(ContactState.BLOCKED));
        danger.getChildren()
                .add(
                        blocked
                                ? new PushButton(Look.PLAIN, screens.t("contacts.unblock"), Icon.BLOCK, this::unblock)
                                : new PushButton(
                                        Look.DANGER_PLAIN,
                                        screens.t("contacts.block"),
                                        Icon.BLOCK,
                                        () -> person.ifPresent(questions::block)));
    }

    private void unblock() {
        Attempt.run(screens, screens.client().contacts().unblock(id));
    }

    private VBox fact(String key, String value) {
        Label text = Words.of(value, "fact-value");
        Words.wrap(text);
        VBox fact = new VBox(Words.of(screens.t(key), "fact-name"), text);
        fact.getStyleClass().add("fact");
        return fact;
    }
}
