package dev.chatcall.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.Badge;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.Timeline;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.protocol.account.Person;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ShellTest extends FxTest {
    private final Person ada = Samples.person("ada", "Ada Lovelace");
    private final Person grace = Samples.person("grace", "Grace Hopper");
    private final Person alan = Samples.person("alan", "Alan Turing");
    private final ConversationView chat = Samples.direct(ada, grace, "See you at **noon** 👋", 2);

    private void open() {
        Samples.signIn(client, ada, grace, alan);
        client.state.conversations.set(List.of(
                chat, Samples.group("Analytical engine", ada, List.of(alan, grace), "The cards are ready 你好 مرحبا")));
        client.state.badge.set(new Badge(2, 0));
        client.state
                .timeline(chat.id())
                .set(new Timeline(
                        chat.id(),
                        List.of(
                                Samples.text(
                                        chat.id(), 5, grace.id(), "Did you read the notes?", Samples.NOON - 7_200_000),
                                Samples.own(
                                        chat.id(), 6, ada.id(), "Twice 😀", Samples.NOON - 7_000_000, Delivery.READ),
                                Samples.text(
                                        chat.id(), 7, grace.id(), "See you at **noon** 👋", Samples.NOON - 60_000)),
                        false,
                        false,
                        null,
                        null,
                        null));
        width = Math.max(width, 360);
        show(screens -> new MainScreen(screens, new FeaturePanes(), at -> {}));
        settle();
    }

    @Test
    void aConversationOpensBesideTheListAndItsDetailsBesideThat() {
        width = 1280;
        height = 800;
        open();
        interact(() -> navigation.go(new Place.Conversation(chat.id())));
        until(() -> says("Did you read the notes?"));
        screenshot("shell-light");
        press(KeyCode.ALT, KeyCode.I).release(KeyCode.I, KeyCode.ALT);
        assertThat(navigation.place().getValue()).isEqualTo(new Place.Details(chat.id()));
        screenshot("shell-details");
        push(KeyCode.ESCAPE);
        assertThat(navigation.place().getValue()).isEqualTo(new Place.Conversation(chat.id()));
    }

    @Test
    void darkHasTheSamePlaces() {
        look = DevicePreferences.Theme.DARK;
        width = 1180;
        open();
        interact(() -> navigation.go(new Place.Conversation(chat.id())));
        until(() -> says("Did you read the notes?"));
        screenshot("shell-dark");
        interact(() -> navigation.go(new Place.Settings("appearance")));
        settle();
        screenshot("shell-settings");
        until(() -> says(texts.t("settings.appearance")));
    }

    @Test
    void whereItIsNarrowOnePaneIsShownAndTheRailLiesBelow() {
        width = 420;
        height = 700;
        open();
        Node rail = onFx(() -> stage.getScene().getRoot().lookup(".rail"));
        assertThat(onFx(() -> rail.getLayoutY())).isGreaterThan(600);
        screenshot("shell-narrow-list");
        interact(() -> navigation.go(new Place.Conversation(chat.id())));
        until(() -> says("Did you read the notes?"));
        assertThat(onFx(rail::isVisible)).isFalse();
        screenshot("shell-narrow");
    }

    @Test
    void arabicRunsFromRightToLeft() {
        texts = Texts.of(Language.AR);
        width = 1180;
        open();
        interact(() -> navigation.go(new Place.Conversation(chat.id())));
        until(() -> says("Did you read the notes?"));
        Node rail = onFx(() -> stage.getScene().getRoot().lookup(".rail"));
        assertThat(onFx(() -> rail.localToScene(rail.getLayoutBounds()).getMinX()))
                .isGreaterThan(1000);
        screenshot("shell-rtl");
    }

    @Test
    void aQuestionMarkListsTheKeysAndEscapeClosesTheList() {
        open();
        Button chats = named(texts.t("nav.chatsUnread", java.util.Map.of("count", 2L)), Button.class);
        interact(chats::requestFocus);
        interact(() -> chats.fireEvent(new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_TYPED, "?", "?", KeyCode.UNDEFINED, true, false, false, false)));
        until(() -> says(texts.t("shortcuts.title")));
        screenshot("shortcuts");
        push(KeyCode.ESCAPE);
        until(() -> !dialogs.isOpen());
    }

    @Test
    void controlKPutsTheCursorIntoTheSearch() {
        open();
        interact(() -> navigation.go(new Place.Contacts()));
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        until(() -> navigation.place().getValue() instanceof Place.Chats
                && stage.getScene().getFocusOwner() instanceof javafx.scene.control.TextField);
    }
}
