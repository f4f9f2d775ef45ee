package dev.chatcall.desktop.ui.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.contact.ContactState;
import dev.chatcall.protocol.presence.Presence;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactsViewTest extends FxTest {
    private final Person me = Samples.person("ada", "Ada Lovelace");
    private final Person ben = Samples.person("ben", "Ben Alder");
    private final Person cleo = Samples.person("cleo", "Cleo Finch");
    private final Person dan = Samples.person("dan", "Dan Ito");
    private final Person eva = Samples.person("eva", "Eva Brandt");

    @BeforeEach
    void signIn() {
        width = 360;
        Samples.signIn(client, me);
    }

    private void stand(Contact... contacts) {
        Stream.of(contacts)
                .forEach(contact -> client.state.person(contact.person().id()).set(Optional.of(contact.person())));
        client.state.account.set(Optional.of(
                new Account(me, "ada@example.org", false, new Settings(true, true), List.of(contacts), List.of(), 2)));
    }

    private static Contact contact(Person person, ContactState state) {
        return new Contact(person, state, Samples.NOON);
    }

    private void everyKind() {
        stand(
                contact(ben, ContactState.CONTACT),
                contact(eva, ContactState.CONTACT),
                contact(cleo, ContactState.INCOMING),
                contact(dan, ContactState.OUTGOING));
        client.state.presence(ben.id()).set(Optional.of(new Presence(ben.id(), true, null)));
        client.state.presence(eva.id()).set(Optional.of(new Presence(eva.id(), false, Samples.NOON - 5 * 60_000)));
    }

    @Test
    void requestsBothWaysComeBeforeContactsWithTheirPresence() {
        everyKind();
        show(ContactsView::new);
        until(() -> says("Wants to be your contact"));
        until(() -> says("Waiting for an answer"));
        until(() -> says("online"));
        until(() -> says("last seen 5 minutes ago"));
        screenshot("contacts-light");
    }

    @Test
    void aRequestIsAnsweredOrTakenBack() {
        everyKind();
        show(ContactsView::new);
        until(() -> says("Accept"));
        clickOn(named("Accept Cleo Finch", Button.class));
        until(() -> !client.asked("accept").isEmpty());
        clickOn(named("Cancel request: Dan Ito", Button.class));
        until(() -> !client.asked("cancel").isEmpty());
        assertThat(client.asked("accept").getFirst().argument(0)).isEqualTo(cleo.id());
        assertThat(client.asked("cancel").getFirst().argument(0)).isEqualTo(dan.id());
    }

    @Test
    void aButtonIsBusyUntilTheAnswerIsThere() {
        everyKind();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        client.answer("accept", args -> answer);
        show(ContactsView::new);
        until(() -> says("Accept"));
        Button accept = named("Accept Cleo Finch", Button.class);
        clickOn(accept);
        until(accept::isDisabled);
        answer.completeExceptionally(new dev.chatcall.desktop.client.ApiException("contact.no_request"));
        until(() -> !accept.isDisabled());
        until(() -> says("This request is not there any more"));
    }

    @Test
    void aPressOnAContactOpensTheConversation() {
        everyKind();
        UUID id = Samples.id("conversation");
        client.answer("openDirect", args -> CompletableFuture.completedFuture(id));
        show(ContactsView::new);
        until(() -> says("Eva Brandt"));
        clickOn("Eva Brandt");
        until(() -> navigation.place().getValue().equals(new Place.Conversation(id)));
    }

    @Test
    void removingAndBlockingAreAskedFirst() {
        everyKind();
        show(ContactsView::new);
        MenuButton menu = named("Actions for Eva Brandt", MenuButton.class);
        interact(() -> menu.getItems().get(1).fire());
        until(() -> says("Block Eva Brandt?"));
        screenshot("contacts-block");
        assertThat(client.asked("block")).isEmpty();
        clickOn("Block");
        until(() -> !client.asked("block").isEmpty());
        until(() -> !dialogs.isOpen());
    }

    @Test
    void whatWentWrongIsSaidInTheQuestion() {
        everyKind();
        client.answer("remove", args -> FakeClient.failed("network.unreachable"));
        show(ContactsView::new);
        MenuButton menu = named("Actions for Ben Alder", MenuButton.class);
        interact(() -> menu.getItems().getFirst().fire());
        clickOn("Remove");
        until(() -> says("Can't reach the server."));
        assertThat(onFx(dialogs::isOpen)).isTrue();
    }

    @Test
    void everybodyElseIsFoundAsOneTypes() {
        everyKind();
        Person evan = Samples.person("evan", "Evan Rook");
        client.answer("search", args -> CompletableFuture.completedFuture(List.of(evan)));
        show(ContactsView::new);
        clickOn(named("Find people", TextField.class)).write("ev");
        until(() -> says("Evan Rook"));
        until(() -> says("Eva Brandt"));
        assertThat(says("Ben Alder")).isFalse();
    }

    @Test
    void whereTheServerCannotBeReachedTheSearchSaysSo() {
        stand();
        client.answer("search", args -> FakeClient.failed("network.unreachable"));
        show(ContactsView::new);
        until(() -> says("No contacts yet"));
        screenshot("contacts-empty");
        clickOn(named("Find people", TextField.class)).write("ev");
        until(() -> says("Can't reach the server."));
    }

    @Test
    void darkAndFromRightToLeft() {
        look = DevicePreferences.Theme.DARK;
        texts = Texts.of(Language.AR);
        everyKind();
        show(ContactsView::new);
        screenshot("contacts-dark-rtl");
        until(() -> says(texts.t("contacts.waiting")));
    }
}
