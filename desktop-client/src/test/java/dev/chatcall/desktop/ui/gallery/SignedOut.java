package dev.chatcall.desktop.ui.gallery;

import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.instance.SignInLink;
import dev.chatcall.desktop.server.ServerCheck;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.shell.AccountScreen;
import dev.chatcall.desktop.ui.signin.ServerView;
import dev.chatcall.desktop.ui.signin.SignInScreen;
import dev.chatcall.protocol.account.RegistrationMode;
import dev.chatcall.protocol.account.ServerInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.scene.layout.Region;
import tools.jackson.databind.json.JsonMapper;

/** The pages for somebody who is not signed in. */
final class SignedOut {
    static final List<Exhibit> ALL = List.of(
            new Exhibit("unreachable", room -> {
                room.client().state.session.set(new Session.Starting(true));
                room.hang(screens -> new AccountScreen(screens, out -> new Region(), in -> new Region()));
            }),
            new Exhibit("server", SignedOut::server),
            new Exhibit("server-problem", room -> {
                server(room);
                room.fill(room.t("desktop.server.address"), "http://chat.example.org");
                room.press(room.t("desktop.server.submit"));
                room.read(room.t("desktop.server.insecure"));
            }),
            new Exhibit("sign-in", room -> open(room, RegistrationMode.OPEN, false, true)),
            new Exhibit("sign-in-problem", room -> {
                room.client().answer("signIn", args -> FakeClient.failed("auth.invalid_credentials"));
                open(room, RegistrationMode.CLOSED, false, true);
                room.fill(room.t("signIn.login"), "mira");
                room.fill(room.t("signIn.password"), "wrong");
                room.press(room.t("signIn.submit"));
                room.read(room.t("error.auth.invalid_credentials"));
            }),
            new Exhibit("register", room -> {
                open(room, RegistrationMode.OPEN, false, true);
                room.press(room.t("signIn.toRegister"));
                room.fill(room.t("register.userName"), "M!");
                room.fill(room.t("register.password"), "short");
            }),
            new Exhibit("register-first", room -> open(room, RegistrationMode.CLOSED, true, true)),
            new Exhibit("register-invited", room -> {
                open(room, RegistrationMode.INVITATION, false, true);
                room.press(room.t("desktop.register.haveInvitation"));
            }),
            new Exhibit("register-link", room -> {
                serverInfo(room, RegistrationMode.INVITATION, false, true);
                SignInLink link = new SignInLink("https://chat.example.org", SignInLink.Kind.INVITATION, "secret");
                room.hang(screens -> new SignInScreen(screens, false, () -> {}, link));
                room.read(room.t("register.invited", Map.of("server", "Engine room")));
            }),
            new Exhibit("reset-link", room -> {
                serverInfo(room, RegistrationMode.OPEN, false, true);
                SignInLink link = new SignInLink("https://chat.example.org", SignInLink.Kind.RESET, "secret");
                room.hang(screens -> new SignInScreen(screens, false, () -> {}, link));
                room.read(room.t("reset.title"));
            }),
            new Exhibit("forgot", room -> forgot(room, true)),
            new Exhibit("forgot-sent", room -> {
                forgot(room, true);
                room.fill(room.t("register.email"), "mira@example.org");
                room.press(room.t("forgot.submit"));
                room.read(room.t("forgot.sentTitle"));
            }),
            new Exhibit("forgot-no-mail", room -> forgot(room, false)),
            new Exhibit("reset", SignedOut::reset),
            new Exhibit("reset-invalid", room -> {
                room.client().answer("resetPassword", args -> FakeClient.failed("account.reset_invalid"));
                reset(room);
                room.fill(room.t("desktop.reset.link"), "https://chat.example.org/reset?token=abc");
                room.fill(room.t("reset.password"), "river at dawn, two swans");
                room.fill(room.t("password.repeat"), "river at dawn, two swans");
                room.press(room.t("reset.submit"));
                room.read(room.t("reset.invalidTitle"));
            }));

    private SignedOut() {}

    private static void server(Room room) {
        room.hang(screens -> new ServerView(
                screens.texts(),
                new ServerCheck(Runnable::run, JsonMapper.shared()),
                screens.fx(),
                url -> {},
                () -> {}));
    }

    private static void open(Room room, RegistrationMode mode, boolean empty, boolean mail) {
        serverInfo(room, mode, empty, mail);
        room.hang(screens -> new SignInScreen(screens, false, () -> {}));
        room.read(empty ? room.t("register.first") : room.t("signIn.title", Map.of("server", "Engine room")));
    }

    private static void serverInfo(Room room, RegistrationMode mode, boolean empty, boolean mail) {
        room.client()
                .answer(
                        "serverInfo",
                        args -> CompletableFuture.completedFuture(
                                new ServerInfo("Engine room", "1", 1, mode, empty, mail)));
    }

    private static void forgot(Room room, boolean mail) {
        open(room, RegistrationMode.OPEN, false, mail);
        room.press(room.t("signIn.forgot"));
    }

    private static void reset(Room room) {
        forgot(room, true);
        room.press(room.t("desktop.reset.haveLink"));
        room.read(room.t("reset.title"));
    }
}
