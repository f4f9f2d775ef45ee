package dev.chatcall.desktop.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.OutboxSummary;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.desktop.ui.form.Switch;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.SessionInfo;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.admin.Invitation;
import dev.chatcall.protocol.admin.PasswordResetLink;
import dev.chatcall.protocol.contact.Contact;
import dev.chatcall.protocol.contact.ContactState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsTest extends FxTest {
    private final Person me = Samples.person("ada", "Ada Lovelace");
    private final Person ben = Samples.person("ben", "Ben Alder");

    @BeforeEach
    void signIn() {
        Samples.signIn(client, me);
        Contact blocked = new Contact(ben, ContactState.BLOCKED, Samples.NOON);
        client.state.account.set(Optional.of(
                new Account(me, "ada@example.org", true, new Settings(true, true), List.of(blocked), List.of(), 1)));
        client.answer(
                "list",
                args -> CompletableFuture.completedFuture(List.of(
                        new SessionInfo(Samples.id("s1"), "ChatCall on Linux", Samples.NOON, Samples.NOON, true),
                        new SessionInfo(Samples.id("s2"), "Firefox", Samples.NOON, Samples.NOON - 7_200_000, false),
                        new SessionInfo(Samples.id("s3"), "", Samples.NOON, Samples.NOON - 86_400_000L, false))));
    }

    private void open(String section) {
        show(screens -> {
            SettingsPage page = new SettingsPage(screens, Section.of(section));
            HBox.setHgrow(page, Priority.ALWAYS);
            SettingsList list = new SettingsList(screens, section);
            list.setMinWidth(300);
            return new HBox(list, page);
        });
    }

    @Test
    void theNameIsSavedAndTheButtonWaitsForAChange() {
        open("profile");
        Button save = named("Save", Button.class);
        assertThat(save.isDisabled()).isTrue();
        screenshot("settings-profile");
        clickOn(named("Status message", TextField.class)).write("At sea");
        until(() -> !save.isDisabled());
        clickOn(save);
        until(() -> !client.asked("updateProfile").isEmpty());
        assertThat(client.asked("updateProfile").getFirst().arguments()).containsExactly("Ada Lovelace", "At sea");
    }

    @Test
    void whatIsWrongIsSaidInTheForm() {
        client.answer("updateProfile", args -> FakeClient.failed("network.unreachable"));
        open("profile");
        clickOn(named("Status message", TextField.class)).write("At sea");
        clickOn("Save");
        until(() -> says("Can't reach the server."));
    }

    @Test
    void otherDevicesAreSignedOutOneByOneOrAllAtOnce() {
        open("account");
        until(() -> says("Firefox"));
        until(() -> says("Last used 2 hours ago"));
        until(() -> says("This device"));
        screenshot("settings-account");
        clickOn(named("Sign out there: Firefox", Button.class));
        until(() -> !client.asked("end").isEmpty());
        assertThat(client.asked("end").getFirst().argument(0)).isEqualTo(Samples.id("s2"));
        clickOn("Sign out everywhere else");
        until(() -> !client.asked("endOthers").isEmpty());
    }

    @Test
    void theRulesOfAPasswordAreToldWhileItIsTyped() {
        client.answer("changePassword", args -> FakeClient.failed("account.wrong_password"));
        open("account");
        clickOn(named("New password", PasswordField.class)).write("river at");
        until(() -> says("2 more characters"));
        write(" dawn, two swans");
        until(() -> says("Strong"));
        clickOn(named("Current password", PasswordField.class)).write("old");
        clickOn(named("Change password", Button.class));
        until(() -> says("The current password is not right"));
        screenshot("settings-password");
    }

    @Test
    void signingOutWarnsOfWhatIsNotSentYet() {
        height = 960;
        client.state.outbox.set(new OutboxSummary(2, 0, true));
        open("account");
        clickOn(named("Sign out", Button.class));
        until(() -> says("2 messages are not sent yet and will be lost."));
        screenshot("settings-sign-out");
    }

    @Test
    void themeLanguageZoomAndEnterAreChosen() {
        open("appearance");
        screenshot("settings-appearance");
        clickOn("Dark");
        until(() -> client.state.preferences.get().theme() == DevicePreferences.Theme.DARK);
        clickOn("Deutsch");
        until(() -> "de".equals(client.state.preferences.get().language()));
        clickOn("Starts a new line (Ctrl+Enter sends)");
        until(() -> !client.state.preferences.get().enterSends());
        until(() -> says("100%"));
    }

    @Test
    void privacyIsSetAndPutBackWhereTheServerRefuses() {
        client.answer("updateSettings", args -> FakeClient.failed("server.busy"));
        open("privacy");
        screenshot("settings-privacy");
        clickOn("Last seen");
        until(() -> !client.asked("updateSettings").isEmpty());
        assertThat(client.asked("updateSettings").getFirst().argument(0)).isEqualTo(new Settings(true, false));
        until(() -> says("The server is busy."));
    }

    @Test
    void notificationsAreSwitchedOff() {
        open("notifications");
        screenshot("settings-notifications");
        clickOn("Notifications on this device");
        until(() -> !client.state.preferences.get().notifications());
    }

    @Test
    void callsHaveDevicesAndAPreviewSwitch() {
        open("calls");
        screenshot("settings-calls");
        clickOn("Preview before a call");
        until(() -> !client.state.preferences.get().callPreview());
    }

    @Test
    void blockedPeopleAreUnblocked() {
        open("blocked");
        screenshot("settings-blocked");
        clickOn("Unblock");
        until(() -> !client.asked("unblock").isEmpty());
    }

    @Test
    void administratorsMakeLinks() {
        Invitation made = new Invitation(
                Samples.id("i"), "For Cleo", 5, 1, Samples.NOON, Samples.NOON + 3 * 86_400_000L, "/join/abc");
        client.answer("createInvitation", args -> CompletableFuture.completedFuture(made));
        client.answer("invitations", args -> CompletableFuture.completedFuture(List.of(made)));
        client.answer("search", args -> CompletableFuture.completedFuture(List.of(ben)));
        client.answer(
                "passwordResetLink",
                args -> CompletableFuture.completedFuture(new PasswordResetLink("/reset/xyz", Samples.NOON)));
        height = 900;
        open("administration");
        until(() -> says("1 of 5 used · Expires in 3 days"));
        clickOn("Create link");
        until(() -> says("Copy this link now. It is not shown again."));
        assertThat(client.asked("createInvitation").getFirst().arguments()).containsExactly("", 1, 7);
        clickOn(named("Choose a person", TextField.class)).write("be");
        until(() -> says("Ben Alder"));
        screenshot("settings-administration");
        clickOn(named("Create a link for Ben Alder", Button.class));
        until(() -> says("Link for Ben Alder"));
    }

    @Test
    void theListLeadsToEachSectionWithTheKeyboardToo() {
        width = 340;
        show(screens -> new SettingsList(screens, null));
        screenshot("settings-list");
        interact(() -> named("Profile", Button.class).requestFocus());
        type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.SPACE);
        until(() -> navigation.place().getValue().equals(new Place.Settings("privacy")));
    }

    @Test
    void onlyAdministratorsSeeTheAdministration() {
        client.state.account.update(account -> account.map(own ->
                new Account(own.person(), own.email(), false, own.settings(), own.contacts(), own.preferences(), 2)));
        show(screens -> new SettingsList(screens, null));
        until(() -> says("Privacy"));
        assertThat(says("Administration")).isFalse();
    }

    @Test
    void whereItIsNarrowAPageLeadsBack() {
        width = 400;
        show(screens -> {
            SettingsPage page = new SettingsPage(screens, Section.PRIVACY);
            page.backShown(new javafx.beans.property.SimpleBooleanProperty(true));
            return page;
        });
        screenshot("settings-narrow");
        clickOn(named("Back", Button.class));
        until(() -> navigation.place().getValue().equals(new Place.Settings(null)));
    }

    @Test
    void aSwitchIsTurnedWithTheKeyboard() {
        open("notifications");
        interact(() -> named("Sound", Switch.class).requestFocus());
        type(KeyCode.SPACE);
        until(() -> !client.state.preferences.get().sound());
        type(KeyCode.ENTER);
        until(() -> client.state.preferences.get().sound());
    }

    @Test
    void darkAndFromRightToLeft() {
        look = DevicePreferences.Theme.DARK;
        texts = Texts.of(Language.AR);
        open("account");
        until(() -> says("Firefox"));
        screenshot("settings-dark-rtl");
    }
}
