package dev.chatcall.desktop.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Delivery;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.desktop.ui.people.RowList;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.protocol.presence.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatsViewTest extends FxTest {
    private final Person me = Samples.person("ada", "Ada Lovelace");
    private final Person ben = Samples.person("ben", "Ben Alder");
    private final Person zoe = Samples.person("zoe", "Zoë Quinn");
    private final Person omar = Samples.person("omar", "عمر حداد");

    @BeforeEach
    void signIn() {
        width = 360;
        height = 640;
        Samples.signIn(client, me, ben, zoe, omar);
        client.state.presence(ben.id()).set(Optional.of(new Presence(ben.id(), true, null)));
    }

    private List<ConversationView> several() {
        ConversationView group = Samples.group("Boat trip ⛵", me, List.of(ben, zoe), "Who brings **bread**?");
        ConversationView own = changed(
                Samples.direct(me, zoe, "x", 0),
                false,
                false,
                0,
                last -> Samples.own(
                        last.conversationId(),
                        7,
                        me.id(),
                        "See you at six 🎉 by the old harbour, bring a jacket",
                        Samples.NOON - 86_400_000L,
                        Delivery.READ));
        ConversationView muted = changed(Samples.direct(me, omar, "أراك غدًا", 3), true, false, 1, last -> last);
        return List.of(changed(group, false, true, 0, last -> last), Samples.direct(me, ben, "Coming?", 2), muted, own);
    }

    private static ConversationView changed(
            ConversationView c,
            boolean muted,
            boolean pinned,
            int mentions,
            java.util.function.UnaryOperator<TimelineEntry> last) {
        return new ConversationView(
                c.id(),
                c.kind(),
                c.name(),
                c.avatarId(),
                c.createdAt(),
                c.otherId(),
                c.myRole(),
                c.members(),
                c.lastSeq(),
                last.apply(c.last()),
                c.last().sentAt(),
                c.readSeq(),
                c.unread(),
                mentions,
                c.firstUnreadSeq(),
                muted,
                pinned);
    }

    @Test
    void aRowSaysWhoWhatWhenAndHowMuchIsUnread() {
        client.state.conversations.set(several());
        show(ChatsView::new);
        ListCell<?> row = named("Ben Alder, 2 unread messages, Coming?, " + texts.time(Samples.NOON), ListCell.class);
        assertThat(row).isNotNull();
        until(() -> says("Ben Alder: Who brings bread?"));
        screenshot("list-light");
    }

    @Test
    void typingComesBeforeADraftAndADraftBeforeTheLastMessage() {
        ConversationView chat = Samples.direct(me, ben, "Coming?", 0);
        client.state.conversations.set(List.of(chat));
        show(ChatsView::new);
        until(() -> says("Coming?"));
        client.state.draft(chat.id()).set("I *think* so");
        until(() -> says("I think so"));
        until(() -> says("Draft:"));
        client.state.typing(chat.id()).set(List.of(ben.id()));
        until(() -> says("typing…"));
        assertThat(says("I think so")).isFalse();
    }

    @Test
    void arrowsMoveAndEnterOpens() {
        client.state.conversations.set(several());
        ChatsView view = show(ChatsView::new);
        RowList<?> list = named("Conversations", RowList.class);
        interact(list::requestFocus);
        type(KeyCode.DOWN, KeyCode.ENTER);
        UUID second = several().get(1).id();
        until(() -> navigation.place().getValue().equals(new Place.Conversation(second)));
        type(KeyCode.END, KeyCode.ENTER);
        UUID last = several().getLast().id();
        until(() -> navigation.place().getValue().equals(new Place.Conversation(last)));
        assertThat(view.isVisible()).isTrue();
        screenshot("list-current");
    }

    @Test
    void aPressOpensTheConversation() {
        client.state.conversations.set(several());
        show(ChatsView::new);
        until(() -> says("Zoë Quinn"));
        clickOn("Zoë Quinn");
        UUID zoes = several().getLast().id();
        until(() -> navigation.place().getValue().equals(new Place.Conversation(zoes)));
    }

    @Test
    void theSearchFindsChatsAtOnceAndPeopleOfTheServerAfterAPause() {
        client.state.conversations.set(several());
        Person bella = Samples.person("bella", "Bella Marsh");
        client.answer("search", args -> CompletableFuture.completedFuture(List.of(bella, ben, me)));
        show(ChatsView::new);
        clickOn(named("Search people and chats", TextField.class)).write("be");
        until(() -> says("Ben Alder"));
        assertThat(says("Boat trip")).isFalse();
        until(() -> says("Bella Marsh"));
        screenshot("list-search");
        clickOn(named("Add Bella Marsh to your contacts", javafx.scene.control.Button.class));
        until(() -> client.asked("request").size() == 1);
        assertThat(client.asked("request").getFirst().argument(0)).isEqualTo(bella.id());
    }

    @Test
    void whatIsNotFoundIsSaid() {
        client.state.conversations.set(several());
        show(ChatsView::new);
        clickOn(named("Search people and chats", TextField.class)).write("xyz");
        until(() -> says("Nothing found for “xyz”"));
    }

    @Test
    void withoutConversationsThereIsAWayToPeople() {
        show(ChatsView::new);
        screenshot("list-empty");
        clickOn("Find people");
        until(() -> navigation.place().getValue().equals(new Place.Contacts()));
    }

    @Test
    void thousandsOfConversationsMakeAScreenfulOfRows() {
        List<ConversationView> many = new ArrayList<>();
        for (int at = 0; at < 2_000; at++) {
            many.add(Samples.group("Group " + at, me, List.of(ben), "Hello"));
        }
        client.state.conversations.set(many);
        ChatsView view = show(ChatsView::new);
        int rows = onFx(() -> view.lookupAll(".conversation-row").size());
        assertThat(rows).isBetween(5, 40);
    }

    @Test
    void darkAndFromRightToLeft() {
        look = DevicePreferences.Theme.DARK;
        texts = Texts.of(Language.AR);
        client.state.conversations.set(several());
        client.state.draft(several().get(1).id()).set("نعم");
        show(ChatsView::new);
        screenshot("list-dark-rtl");
        until(() -> says("عمر حداد"));
    }

    @Test
    void whatTheServerWroteIsASentence() {
        ConversationView group = Samples.group("Boat trip", me, List.of(ben), "x");
        ConversationView renamed = changed(
                group,
                false,
                false,
                0,
                last -> new TimelineEntry(
                        group.id(),
                        Samples.id("m"),
                        9L,
                        ben.id(),
                        Samples.NOON,
                        new MessageBody.GroupRenamed("Boat"),
                        null,
                        null));
        client.state.conversations.set(List.of(renamed));
        show(ChatsView::new);
        until(() -> says("Ben Alder renamed the group to “Boat”"));
    }
}
