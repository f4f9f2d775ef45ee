package dev.chatcall.desktop.ui.signin;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.TextLink;
import dev.chatcall.protocol.account.RegistrationMode;
import dev.chatcall.protocol.account.ServerInfo;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Registration where it is open or one is invited; otherwise a sentence and a way on. */
final class Registration {
    private Registration() {}

    static Region page(Screens screens, Optional<ServerInfo> info, @Nullable String invitation, Pages pages) {
        Texts texts = screens.texts();
        boolean empty = info.map(ServerInfo::empty).orElse(false);
        RegistrationMode mode = info.map(ServerInfo::registration).orElse(RegistrationMode.OPEN);
        if (!empty && mode == RegistrationMode.CLOSED) {
            return new Card(texts.t("register.closedTitle"), texts.t("register.closedText"))
                    .foot(new TextLink(texts.t("register.toSignIn"), pages::signIn));
        }
        boolean byInvitation = !empty && mode == RegistrationMode.INVITATION;
        return new RegistrationForm(screens, info, byInvitation, invitation, pages);
    }
}
