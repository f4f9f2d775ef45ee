package dev.chatcall.desktop.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.instance.SignInLink;
import dev.chatcall.desktop.server.ServerCheck;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.protocol.account.RegistrationMode;
import dev.chatcall.protocol.account.ServerInfo;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SignInTest extends FxTest {
    private void open(boolean empty, RegistrationMode mode) {
        open(empty, mode, null);
    }

    private void open(boolean empty, RegistrationMode mode, @Nullable SignInLink link) {
        client.answer(
                "serverInfo",
                args -> CompletableFuture.completedFuture(new ServerInfo("Engine room", "1", 1, mode, empty, true)));
        show(screens -> new SignInScreen(screens, false, () -> {}, link));
        String first = empty ? texts.t("register.first") : "Sign in to Engine room";
        until(() -> link != null || says(first));
    }

    @Test
    void signsInWithEnter() {
        open(false, RegistrationMode.OPEN);
        until(() -> says("Sign in to Engine room"));
        screenshot("sign-in");
        type(texts.t("signIn.login"), "ada");
        type(texts.t("signIn.password"), "difference engine");
        push(KeyCode.ENTER);
        until(() -> !client.asked("signIn").isEmpty());
        assertThat(client.asked("signIn").getFirst().arguments()).isEqualTo(List.of("ada", "difference engine"));
    }

    @Test
    void saysWhyItDidNotWork() {
        client.answer("signIn", args -> FakeClient.failed("auth.invalid_credentials"));
        open(false, RegistrationMode.CLOSED);
        type(texts.t("signIn.login"), "ada");
        type(texts.t("signIn.password"), "wrong");
        push(KeyCode.ENTER);
        until(() -> says(texts.t("error.auth.invalid_credentials")));
        until(() -> says(texts.t("signIn.closed")));
    }

    @Test
    void theFirstOneHereMakesAnAccountWithTheRulesShownWhileTyping() {
        look = DevicePreferences.Theme.DARK;
        height = 820;
        open(true, RegistrationMode.CLOSED);
        until(() -> says(texts.t("register.first")));
        type(texts.t("register.userName"), "ADA!");
        until(() -> says(texts.t("register.userNameCharacters")));
        clear(texts.t("register.userName"));
        type(texts.t("register.userName"), "Ada");
        type(texts.t("register.email"), "ada@example.org");
        type(texts.t("register.password"), "short");
        until(() -> says("5 more characters"));
        screenshot("register");
        type(texts.t("register.password"), " no longer, it is");
        push(KeyCode.ENTER);
        until(() -> !client.asked("register").isEmpty());
        assertThat(client.asked("register").getFirst().arguments().subList(0, 3))
                .isEqualTo(List.of("ada", "ada@example.org", "short no longer, it is"));
    }

    @Test
    void aForgottenPasswordIsAskedForByMail() {
        open(false, RegistrationMode.OPEN);
        Hyperlink forgot = named(texts.t("signIn.forgot"), Hyperlink.class);
        interact(forgot::fire);
        type(texts.t("register.email"), "ada@example.org");
        push(KeyCode.ENTER);
        until(() -> says(texts.t("forgot.sentTitle")));
        assertThat(client.asked("forgotPassword").getFirst().argument(0)).isEqualTo("ada@example.org");
    }

    @Test
    void anInvitationLinkLeadsToTheFormAndIsHandedIn() {
        height = 820;
        open(false, RegistrationMode.INVITATION, new SignInLink("https://x", SignInLink.Kind.INVITATION, "secret"));
        until(() -> says("You are invited to Engine room"));
        assertThat(says(texts.t("desktop.register.invitation"))).isFalse();
        type(texts.t("register.userName"), "ada");
        type(texts.t("register.email"), "ada@example.org");
        type(texts.t("register.password"), "difference engine no. 2");
        push(KeyCode.ENTER);
        until(() -> !client.asked("register").isEmpty());
        assertThat(client.asked("register").getFirst().arguments().getLast()).isEqualTo("secret");
    }

    @Test
    void aLinkFromTheMailLeadsToANewPassword() {
        open(false, RegistrationMode.OPEN, new SignInLink("https://x", SignInLink.Kind.RESET, "token"));
        until(() -> says(texts.t("reset.title")));
        assertThat(says(texts.t("desktop.reset.link"))).isFalse();
        type(texts.t("reset.password"), "difference engine no. 2");
        type(texts.t("password.repeat"), "difference engine no. 2");
        push(KeyCode.ENTER);
        until(() -> says(texts.t("reset.doneTitle")));
        assertThat(client.asked("resetPassword").getFirst().arguments())
                .isEqualTo(List.of("token", "difference engine no. 2"));
    }

    @Test
    void anAddressThatIsNoneIsSaidToBeNone() {
        show(screens -> new ServerView(
                texts, new ServerCheck(Runnable::run, JsonMapper.shared()), screens.fx(), url -> {}, null));
        type(texts.t("desktop.server.address"), "http://chat.example.org");
        push(KeyCode.ENTER);
        until(() -> says(texts.t("desktop.server.insecure")));
        screenshot("server");
    }

    private void type(String field, String text) {
        TextField input = named(field, TextField.class);
        interact(() -> {
            input.requestFocus();
            input.appendText(text);
        });
    }

    private void clear(String field) {
        interact(() -> named(field, TextField.class).clear());
    }
}
