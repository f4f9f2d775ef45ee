package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.Map;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where one is signed in, the password, and signing out. */
final class AccountSettings extends VBox {
    private final Screens screens;

    AccountSettings(Screens screens) {
        this.screens = screens;
        SignedInDevices devices = new SignedInDevices(screens);
        // A changed password signs the other devices out: their list is asked for again.
        ChangePassword password = new ChangePassword(screens, devices::load);
        PushButton signOut =
                new PushButton(Look.DANGER_PLAIN, screens.t("account.signOut"), Icon.SIGN_OUT, this::signOut);
        getChildren().addAll(devices, password, new HBox(signOut));
    }

    private void signOut() {
        int unsent = screens.client().state().outbox().get().unsent();
        screens.dialogs()
                .ask(
                        screens.t("account.signOutTitle"),
                        signOutText(unsent),
                        screens.t("account.signOut"),
                        unsent > 0,
                        // Whoever signs in next begins at the beginning.
                        () -> screens.client()
                                .session()
                                .signOut()
                                .thenRunAsync(() -> screens.navigation().go(new Place.Chats()), screens.fx()));
    }

    private String signOutText(int unsent) {
        String text = screens.t("desktop.account.signOutText");
        return unsent == 0 ? text : screens.texts().t("account.signOutUnsent", Map.of("count", unsent)) + " " + text;
    }
}
