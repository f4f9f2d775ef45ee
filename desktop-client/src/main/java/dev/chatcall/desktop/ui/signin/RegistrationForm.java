package dev.chatcall.desktop.ui.signin;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Field;
import dev.chatcall.desktop.ui.form.NewPasswordInput;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.form.TextLink;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.account.ServerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Making an account. What is wrong with a field is said at it while one types. */
final class RegistrationForm extends StackPane {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final int LINK_MAX = 2_000;
    private static final String USERNAME_TAKEN = "account.username_taken";
    private static final String EMAIL_TAKEN = "account.email_taken";
    private static final String PASSWORD_WEAK = "account.password_weak";
    /** The errors that belong to one field; any other is said above the form. */
    private static final Set<String> AT_FIELDS = Set.of(USERNAME_TAKEN, EMAIL_TAKEN, PASSWORD_WEAK);

    private final Screens screens;
    private final Texts texts;
    private final Submit submit;
    private final @Nullable Field invitation;
    private final @Nullable String invited;
    private final Field username;
    private final Field displayName;
    private final Field email;
    private final NewPasswordInput password;

    RegistrationForm(
            Screens screens, Optional<ServerInfo> info, boolean byInvitation, @Nullable String invited, Pages pages) {
        this.screens = screens;
        this.texts = screens.texts();
        this.invited = invited;
        submit = new Submit(screens.fx());
        Watching watching = new Watching(this);
        boolean asksInvitation = byInvitation && invited == null;
        invitation = asksInvitation
                ? new Field(texts.t("desktop.register.invitation"), "", LINK_MAX)
                        .hint(texts.t("desktop.register.invitationHint"))
                : null;
        username =
                new Field(texts.t("register.userName"), "", Limits.USERNAME_MAX).hint(texts.t("register.userNameRule"));
        displayName = new Field(texts.t("register.displayName"), "", Limits.DISPLAY_NAME_MAX)
                .hint(texts.t("register.displayNameRule"));
        email = new Field(texts.t("register.email"), "", Limits.EMAIL_MAX).hint(texts.t("register.emailRule"));
        password = new NewPasswordInput(texts.t("register.password"), texts, this::ownNames);
        PushButton go = Forms.submit(texts.t("register.submit"), submit, watching, this::register);
        VBox form = new VBox(12, Notice.of(submit, texts, watching, code -> !AT_FIELDS.contains(String.valueOf(code))));
        if (invitation != null) {
            form.getChildren().add(invitation);
        }
        form.getChildren().addAll(username, displayName, email, password, go);
        Forms.enterSubmits(form, go);
        judge();
        watching.watch(submit.state(), state -> say(state.code(), state.failure()));
        boolean empty = info.map(ServerInfo::empty).orElse(false);
        Card card = new Card(texts.t("register.title"), empty ? texts.t("register.first") : invitedTo(info), form);
        if (empty) {
            card.foot(new TextLink(texts.t("desktop.server.other"), pages::otherServer));
        } else {
            card.foot(new TextLink(texts.t("register.toSignIn"), pages::signIn));
        }
        getChildren().setAll(card);
    }

    private @Nullable String invitedTo(Optional<ServerInfo> info) {
        if (invited == null) {
            return null;
        }
        String server = info.map(ServerInfo::name).orElseGet(() -> texts.t("app.name"));
        return texts.t("register.invited", Map.of("server", server));
    }

    private void judge() {
        username.input().setTextFormatter(new TextFormatter<>(RegistrationForm::asUserName));
        username.text().addListener(change -> {
            submit.clear();
            displayName.prompt(username.value());
            username.say(usernameProblem(false));
        });
        username.input().focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                username.say(usernameProblem(true));
            }
        });
        email.text().addListener(change -> {
            submit.clear();
            email.say(null);
        });
        email.input().focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                email.say(emailProblem());
            }
        });
    }

    /** A change that makes it too long is refused, which the toolkit is told with null. */
    @SuppressWarnings("NullAway")
    private static TextFormatter.Change asUserName(TextFormatter.Change change) {
        change.setText(change.getText().strip().toLowerCase(Locale.ROOT));
        return change.getControlNewText().length() <= Limits.USERNAME_MAX ? change : null;
    }

    private void register() {
        username.say(username.value().isEmpty() ? texts.t("register.userNameLength") : usernameProblem(true));
        email.say(email.value().isBlank() ? texts.t("register.emailInvalid") : emailProblem());
        if (usernameProblem(true) != null || username.value().isEmpty()) {
            username.input().requestFocus();
            return;
        }
        if (email.value().isBlank() || emailProblem() != null) {
            email.input().requestFocus();
            return;
        }
        String secret = invitation == null ? invited : Forms.secretOf(invitation.value(), "invitation");
        submit.run(
                () -> screens.client()
                        .session()
                        .register(
                                username.value(),
                                email.value().strip(),
                                password.value(),
                                displayName.value().strip(),
                                secret),
                done -> {});
    }

    private void say(@Nullable String code, @Nullable Throwable failure) {
        String text = failure == null ? null : texts.error(failure);
        if (Objects.equals(code, USERNAME_TAKEN)) {
            username.say(text);
        } else if (Objects.equals(code, EMAIL_TAKEN)) {
            email.say(text);
        } else if (Objects.equals(code, PASSWORD_WEAK)) {
            password.say(text);
        }
    }

    /** That it is too short is said only after the field was left. */
    private @Nullable String usernameProblem(boolean left) {
        String name = username.value();
        if (name.isEmpty()) {
            return null;
        }
        if (!USERNAME.matcher(name).matches()) {
            return texts.t("register.userNameCharacters");
        }
        return left && name.length() < Limits.USERNAME_MIN ? texts.t("register.userNameLength") : null;
    }

    private @Nullable String emailProblem() {
        String address = email.value().strip();
        return address.isEmpty() || EMAIL.matcher(address).matches() ? null : texts.t("register.emailInvalid");
    }

    private List<String> ownNames() {
        List<String> names = new ArrayList<>();
        if (username != null && email != null && displayName != null) {
            names.add(username.value());
            names.addAll(List.of(displayName.value().split("\\s+")));
            names.add(email.value().split("@", 2)[0]);
        }
        return names;
    }
}
