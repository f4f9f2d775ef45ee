package dev.chatcall.desktop.ui.newchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.desktop.ui.list.ChatsView;
import dev.chatcall.protocol.account.Person;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewChatTest extends FxTest {
    private final Person me = Samples.person("ada", "Ada Lovelace");
    private final Person ben = Samples.person("ben", "Ben Alder");
    private final Person cleo = Samples.person("cleo", "Cleo Finch");
    private final UUID made = Samples.id("made");

    @BeforeEach
    void signIn() {
        Samples.signIn(client, me, ben, cleo);
        client.answer("openDirect", args -> CompletableFuture.completedFuture(made));
        client.answer("createGroup", args -> CompletableFuture.completedFuture(made));
    }

    @Test
    void aContactIsChosenWithTheKeyboard() {
        show(ChatsView::new);
        clickOn(named("New chat", Button.class));
        until(() -> dialogs.isOpen());
        screenshot("new-chat");
        write("cle");
        type(KeyCode.DOWN);
        type(KeyCode.DOWN, KeyCode.ENTER);
        until(() -> navigation.place().getValue().equals(new Place.Conversation(made)));
        assertThat(client.asked("openDirect").getFirst().argument(0)).isEqualTo(cleo.id());
        assertThat(onFx(dialogs::isOpen)).isFalse();
    }

    @Test
    void aGroupIsMadeOfThoseChosen() {
        show(ChatsView::new);
        clickOn(named("New group", Button.class));
        until(() -> says("Nobody chosen yet"));
        Button create = named("Create group", Button.class);
        assertThat(create.isDisabled()).isTrue();
        clickOn(named("Group name", TextField.class)).write("Boat trip");
        clickOn("Cleo Finch");
        clickOn("Ben Alder");
        clickOn(named("Take Cleo Finch out", Button.class));
        screenshot("new-group");
        clickOn(create);
        until(() -> navigation.place().getValue().equals(new Place.Conversation(made)));
        assertThat(client.asked("createGroup").getFirst().arguments()).containsExactly("Boat trip", List.of(ben.id()));
    }

    @Test
    void whatWentWrongIsSaidInTheDialogWhichStays() {
        client.answer("createGroup", args -> FakeClient.failed("conversation.limit"));
        show(ChatsView::new);
        clickOn(named("New group", Button.class));
        clickOn(named("Group name", TextField.class)).write("Boat trip");
        type(KeyCode.ENTER);
        until(() -> says("You have too many conversations. Leave one first."));
        assertThat(onFx(dialogs::isOpen)).isTrue();
    }
}
