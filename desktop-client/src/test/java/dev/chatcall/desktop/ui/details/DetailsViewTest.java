package dev.chatcall.desktop.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.Member;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.presence.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetailsViewTest extends FxTest {
    private final Person me = Samples.person("ada", "Ada Lovelace");
    private final Person ben = Samples.person("ben", "Ben Alder");
    private final Person cleo = Samples.person("cleo", "Cleo Finch");
    private final ConversationView group = Samples.group("Boat trip", me, List.of(ben), "Hello");

    @BeforeEach
    void signIn() {
        width = 340;
        height = 760;
        Samples.signIn(client, me, ben, cleo);
        client.state.presence(ben.id()).set(Optional.of(new Presence(ben.id(), true, null)));
        client.state.presence(me.id()).set(Optional.of(new Presence(me.id(), true, null)));
        client.state.conversations.set(List.of(group, Samples.direct(me, ben, "Hello", 0)));
    }

    private void showGroup() {
        show(screens -> new DetailsView(screens, group.id()));
        until(() -> says("Ben Alder") || says("Person 1"));
    }

    @Test
    void aGroupShowsItsMembersWithTheirRoles() {
        showGroup();
        until(() -> says("2 members, 2 online"));
        until(() -> says("Ben Alder"));
        until(() -> says("Owner"));
        screenshot("details-group");
    }

    @Test
    void anOwnerMakesSomebodyAdminAndTakesThemOut() {
        showGroup();
        MenuButton menu = named("Actions for Ben Alder", MenuButton.class);
        interact(() -> menu.getItems().get(1).fire());
        until(() -> !client.asked("changeRole").isEmpty());
        assertThat(client.asked("changeRole").getFirst().arguments()).containsExactly(group.id(), ben.id(), Role.ADMIN);
        interact(() -> menu.getItems().getLast().fire());
        until(() -> says("Remove Ben Alder from the group?"));
        clickOn("Remove");
        until(() -> !client.asked("removeMember").isEmpty());
    }

    @Test
    void aGroupIsRenamedAndWhatIsWrongIsSaidAtTheField() {
        client.answer("rename", args -> FakeClient.failed("conversation.forbidden"));
        showGroup();
        clickOn("Rename");
        until(() -> says("Rename the group"));
        clickOn(named("Group name", TextField.class)).write("Sea trip");
        clickOn("Save");
        until(() -> says("You may not do this here"));
        screenshot("details-rename");
    }

    @Test
    void peopleAreAddedWhoAreNotMembersYet() {
        showGroup();
        clickOn("Add people");
        until(() -> says("Add people to Boat trip"));
        assertThat(onFx(() -> dialogs.lookupAll(".person-row").size())).isEqualTo(1);
        clickOn("Cleo Finch");
        clickOn("Add");
        until(() -> !client.asked("addMembers").isEmpty());
        assertThat(client.asked("addMembers").getFirst().arguments()).containsExactly(group.id(), List.of(cleo.id()));
    }

    @Test
    void leavingIsAskedAndGoesBackToTheList() {
        navigation.go(new Place.Details(group.id()));
        showGroup();
        clickOn("Leave group");
        until(() -> says("You are the only owner. Make somebody else the owner first."));
        clickOn(onFx(() -> dialogs.lookupAll(".button.danger").iterator().next()));
        until(() -> !client.asked("leave").isEmpty());
        until(() -> navigation.place().getValue().equals(new Place.Chats()));
    }

    @Test
    void mutingAndPinningAskForBothAsTheyStand() {
        showGroup();
        clickOn("Mute notifications");
        until(() -> !client.asked("setPreferences").isEmpty());
        assertThat(client.asked("setPreferences").getFirst().arguments()).containsExactly(group.id(), true, false);
    }

    @Test
    void thePersonOfADirectConversationIsShownWithWhatCanBeDone() {
        ConversationView direct = client.state.conversations.get().getLast();
        show(screens -> new DetailsView(screens, direct.id()));
        until(() -> says("@ben"));
        until(() -> says("online"));
        screenshot("details-person");
        clickOn("Block");
        until(() -> says("Block Ben Alder?"));
    }

    @Test
    void aGroupOfHundredsMakesAScreenfulOfRows() {
        List<Member> members = new ArrayList<>(group.members());
        for (int at = 0; at < 500; at++) {
            Person person = Samples.person("p" + at, "Person " + at);
            client.state.person(person.id()).set(Optional.of(person));
            members.add(new Member(person.id(), Role.MEMBER, 1, 1));
        }
        ConversationView large = new ConversationView(
                group.id(),
                group.kind(),
                group.name(),
                null,
                group.createdAt(),
                null,
                Role.MEMBER,
                members,
                3,
                group.last(),
                group.activeAt(),
                3,
                0,
                0,
                null,
                false,
                false);
        client.state.conversations.set(List.of(large));
        showGroup();
        until(() -> says("502 members"));
        assertThat(onFx(() ->
                        stage.getScene().getRoot().lookupAll(".person-row").size()))
                .isBetween(2, 40);
        assertThat(says("Rename")).isFalse();
    }

    @Test
    void darkAndFromRightToLeft() {
        look = DevicePreferences.Theme.DARK;
        texts = Texts.of(Language.AR);
        showGroup();
        screenshot("details-dark-rtl");
        assertThat(named(texts.t("action.close"), Button.class)).isNotNull();
    }
}
