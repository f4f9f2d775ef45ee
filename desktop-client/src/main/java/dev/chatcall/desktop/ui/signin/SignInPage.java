package dev.chatcall.desktop.ui.signin;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Field;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PasswordInput;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.form.TextLink;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.account.ServerInfo;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Signing in. */
final class SignInPage extends StackPane {
    private final Screens screens;
    private final Texts texts;
    private final Pages pages;
    private final Submit submit;
    private final Watching watching = new Watching(this);
    private final Field login;
    private final PasswordInput password;
    private final VBox form;

    SignInPage(Screens screens, Observable<Optional<ServerInfo>> info, Pages pages, boolean ended) {
        this.screens = screens;
        this.texts = screens.texts();
        this.pages = pages;
        submit = new Submit(screens.fx());
        login = new Field(texts.t("signIn.login"), "", Limits.EMAIL_MAX);
        password = new PasswordInput(texts.t("signIn.password"), texts);
        Notice problem = Notice.of(submit, texts, watching);
        Notice expired = new Notice(Notice.Tone.CALM);
        Observable<Boolean> quiet = submit.state().map(state -> state.failure() == null);
        watching.watch(quiet, now -> expired.say(ended && now ? texts.t("signIn.expired") : null));
        PushButton go = Forms.submit(texts.t("signIn.submit"), submit, watching, this::signIn);
        Node forgot = new TextLink(texts.t("signIn.forgot"), pages::forgot);
        VBox forgotLine = new VBox(forgot);
        forgotLine.setAlignment(Pos.CENTER_RIGHT);
        form = new VBox(12, problem, expired, login, new VBox(4, password, forgotLine), go);
        Forms.enterSubmits(form, go);
        watching.watch(info, this::show);
    }

    private void signIn() {
        if (login.value().isBlank()) {
            login.input().requestFocus();
            return;
        }
        submit.run(() -> screens.client().session().signIn(login.value().strip(), password.value()), done -> {});
    }

    private void show(Optional<ServerInfo> info) {
        String server = info.map(ServerInfo::name).orElseGet(() -> texts.t("app.name"));
        Card card = new Card(texts.t("signIn.title", Map.of("server", server)), texts.t("signIn.subtitle"), form)
                .foot(wayIn(info), new TextLink(texts.t("desktop.server.other"), pages::otherServer));
        boolean first = getChildren().isEmpty();
        boolean focused = form.isFocusWithin();
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        getChildren().setAll(card);
        if (!first && focused && owner != null) {
            owner.requestFocus();
        } else {
            FirstField.focus(card);
        }
    }

    private Node wayIn(Optional<ServerInfo> info) {
        if (info.isEmpty()) {
            return Card.sentence("");
        }
        return switch (info.get().registration()) {
            case OPEN -> new TextLink(texts.t("signIn.toRegister"), () -> pages.register(null));
            case INVITATION -> new TextLink(texts.t("desktop.register.haveInvitation"), () -> pages.register(null));
            case CLOSED -> Card.sentence(texts.t("signIn.closed"));
        };
    }
}
