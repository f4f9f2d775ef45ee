package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.client.ContactActions;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.contact.ContactState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** The one thing to do next with somebody: ask, answer, take back, or write. */
public final class PersonActions extends HBox {
    private final Screens screens;
    private final Person person;
    private final Runnable onOpened;
    private final Submit submit;
    private final ContactActions contacts;

    /** @param onOpened runs when a conversation was opened */
    public PersonActions(Screens screens, Person person, Runnable onOpened) {
        super(4);
        this.screens = screens;
        this.person = person;
        this.onOpened = onOpened;
        submit = new Submit(screens.fx());
        contacts = screens.client().contacts();
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        Observable<Optional<ContactState>> state =
                screens.client().state().account().map(account -> Contacts.stateOf(account, person.id()));
        // At once, not when it is watched: a row's height is measured before.
        show(state.get());
        Watching watching = new Watching(this);
        watching.watch(state, this::show);
        watching.watch(submit.state(), this::showState);
    }

    private void show(Optional<ContactState> state) {
        getChildren().setAll(state.map(this::buttons).orElseGet(this::addButton));
    }

    private void showState(Submit.State state) {
        getChildren().forEach(button -> ((PushButton) button).setBusy(state.busy()));
        if (state.failure() != null) {
            screens.toasts().show(screens.texts().error(state.failure()));
            submit.clear();
        }
    }

    private List<Node> buttons(ContactState state) {
        return switch (state) {
            case CONTACT ->
                List.of(new PushButton(Look.QUIET, screens.t("contacts.message"), Icon.CHATS, this::write)
                        .called(named("contacts.messageName")));
            case INCOMING ->
                List.of(
                        button(
                                Look.PRIMARY,
                                "contacts.accept",
                                "contacts.acceptName",
                                () -> contacts.accept(person.id())),
                        button(
                                Look.QUIET,
                                "contacts.decline",
                                "contacts.declineName",
                                () -> contacts.decline(person.id())));
            case OUTGOING ->
                List.of(button(
                        Look.QUIET,
                        "contacts.cancelRequest",
                        "contacts.cancelName",
                        () -> contacts.cancel(person.id())));
            case BLOCKED ->
                List.of(new PushButton(
                        Look.QUIET, screens.t("contacts.unblock"), () -> run(() -> contacts.unblock(person.id()))));
        };
    }

    private List<Node> addButton() {
        Runnable ask = () -> submit.run(
                () -> contacts.request(person.id()), done -> screens.toasts().show(named("toast.requestSent")));
        return List.of(new PushButton(Look.QUIET, screens.t("action.add"), Icon.ADD_PERSON, ask)
                .called(named("contacts.addName")));
    }

    private PushButton button(Look look, String key, String nameKey, Supplier<CompletableFuture<Void>> action) {
        return new PushButton(look, screens.t(key), () -> run(action)).called(named(nameKey));
    }

    private String named(String key) {
        return screens.texts().t(key, Map.of("name", person.displayName()));
    }

    private void run(Supplier<CompletableFuture<Void>> action) {
        submit.run(action, done -> {});
    }

    private void write() {
        submit.run(() -> screens.client().conversations().openDirect(person.id()), id -> {
            screens.navigation().go(new Place.Conversation(id));
            onOpened.run();
        });
    }
}
