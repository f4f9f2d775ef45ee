package dev.chatcall.desktop.ui.signin;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Field;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.form.TextLink;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.account.ServerInfo;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asking for a link to choose a new password. */
final class ForgotPage extends StackPane {
    private final Texts texts;
    private final Pages pages;

    ForgotPage(Screens screens, Optional<ServerInfo> info, Pages pages) {
        this.texts = screens.texts();
        this.pages = pages;
        if (info.isPresent() && !info.get().passwordResetByMail()) {
            getChildren().setAll(card(texts.t("forgot.title"), texts.t("forgot.noMail")));
            return;
        }
        Submit submit = new Submit(screens.fx());
        Watching watching = new Watching(this);
        Field email = new Field(texts.t("register.email"), "", Limits.EMAIL_MAX);
        PushButton go = Forms.submit(texts.t("forgot.submit"), submit, watching, () -> {
            String address = email.value().strip();
            if (!address.isEmpty()) {
                submit.run(() -> screens.client().session().forgotPassword(address), done -> sent(address));
            }
        });
        VBox form = new VBox(12, Notice.of(submit, texts, watching), email, go);
        Forms.enterSubmits(form, go);
        getChildren().setAll(card(texts.t("forgot.title"), texts.t("forgot.text"), form));
    }

    private void sent(String address) {
        getChildren().setAll(card(texts.t("forgot.sentTitle"), texts.t("forgot.sentText", Map.of("email", address))));
    }

    private Card card(String title, String text, Node... children) {
        return new Card(title, text, children)
                .foot(
                        new TextLink(texts.t("desktop.reset.haveLink"), pages::reset),
                        new TextLink(texts.t("forgot.back"), pages::signIn));
    }
}
