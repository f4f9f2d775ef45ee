package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.NewPasswordInput;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PasswordInput;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.error.ErrorCode;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Another password, with its rules shown while it is typed. */
final class ChangePassword extends VBox {
    private static final String WRONG = ErrorCode.ACCOUNT_WRONG_PASSWORD.code();

    private final Screens screens;
    private final Runnable onChanged;
    private final Submit submit;
    private final PasswordInput current;
    private final NewPasswordInput next;
    private final PushButton change;

    ChangePassword(Screens screens, Runnable onChanged) {
        this.screens = screens;
        this.onChanged = onChanged;
        submit = new Submit(screens.fx());
        current = new PasswordInput(screens.t("account.current"), screens.texts());
        next = new NewPasswordInput(screens.t("account.new"), screens.texts(), this::names);
        getStyleClass().add("settings-section");
        Watching watching = new Watching(this);
        Notice wrong = Notice.of(submit, screens.texts(), watching, code -> !WRONG.equals(code));
        watching.watch(
                submit.state(),
                state ->
                        current.say(WRONG.equals(state.code()) ? screens.texts().error(state.failure()) : null));
        change = new PushButton(Look.PRIMARY, screens.t("account.changePassword"), this::change)
                .follow(submit, watching);
        current.text().addListener((observable, before, now) -> allow());
        next.text().addListener((observable, before, now) -> allow());
        allow();
        getChildren()
                .addAll(
                        Words.heading(screens.t("account.changePassword")),
                        Words.explanation(screens.t("account.changePasswordText")),
                        wrong,
                        current,
                        next,
                        new HBox(change));
    }

    private void allow() {
        change.setUnavailable(current.value().isEmpty() || next.value().isEmpty());
    }

    private void change() {
        submit.run(() -> screens.client().account().changePassword(current.value(), next.value()), done -> {
            current.text().set("");
            next.text().set("");
            screens.toasts().show(screens.t("account.passwordChanged"));
            onChanged.run();
        });
    }

    private List<String> names() {
        return screens.client()
                .state()
                .account()
                .get()
                .map(ChangePassword::namesOf)
                .orElse(List.of());
    }

    private static List<String> namesOf(Account account) {
        return List.of(account.person().username(), account.person().displayName(), account.email());
    }
}
