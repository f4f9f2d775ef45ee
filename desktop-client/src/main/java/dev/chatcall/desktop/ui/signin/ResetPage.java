package dev.chatcall.desktop.ui.signin;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Field;
import dev.chatcall.desktop.ui.form.NewPasswordInput;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PasswordInput;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.form.TextLink;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Choosing a new password with a link, from a mail or from an administrator. */
final class ResetPage extends StackPane {
    private static final int LINK_MAX = 2_000;
    private static final String INVALID = "account.reset_invalid";

    private final Screens screens;
    private final Texts texts;
    private final Pages pages;
    private final Submit submit;
    private final Field link;
    private final @Nullable String given;
    private final NewPasswordInput password;
    private final PasswordInput repeated;

    /** @param given the secret of a link; null: the link is asked for */
    ResetPage(Screens screens, Pages pages, @Nullable String given) {
        this.given = given;
        this.screens = screens;
        this.texts = screens.texts();
        this.pages = pages;
        submit = new Submit(screens.fx());
        Watching watching = new Watching(this);
        link = new Field(texts.t("desktop.reset.link"), "", LINK_MAX).hint(texts.t("desktop.reset.linkHint"));
        link.setVisible(given == null);
        link.setManaged(given == null);
        password = new NewPasswordInput(texts.t("reset.password"), texts, List::of);
        repeated = new PasswordInput(texts.t("password.repeat"), texts);
        PushButton go = Forms.submit(texts.t("reset.submit"), submit, watching, this::save);
        repeated.text().addListener(change -> compare(go));
        password.text().addListener(change -> compare(go));
        compare(go);
        VBox form = new VBox(12, Notice.of(submit, texts, watching), link, password, repeated, go);
        Forms.enterSubmits(form, go);
        watching.watch(submit.state(), state -> {
            if (INVALID.equals(state.code())) {
                getChildren().setAll(card(texts.t("reset.invalidTitle"), texts.t("reset.invalidText")));
            }
        });
        getChildren().setAll(card(texts.t("reset.title"), texts.t("reset.text"), form));
    }

    private void compare(PushButton go) {
        boolean differ = !password.value().startsWith(repeated.value());
        repeated.say(differ ? texts.t("password.differ") : null);
        go.setUnavailable(password.value().isEmpty() || !password.value().equals(repeated.value()));
    }

    private void save() {
        String token = given == null ? Forms.secretOf(link.value(), "token") : given;
        if (token.isEmpty()) {
            link.say(texts.t("desktop.reset.linkHint"));
            link.input().requestFocus();
            return;
        }
        link.say(null);
        submit.run(
                () -> screens.client().session().resetPassword(token, password.value()),
                done -> getChildren().setAll(card(texts.t("reset.doneTitle"), texts.t("reset.doneText"))));
    }

    private Card card(String title, String text, Node... children) {
        return new Card(title, text, children).foot(new TextLink(texts.t("forgot.back"), pages::signIn));
    }
}
