package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.widget.Mark;
import java.util.function.Function;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** One account, in whichever of the three worlds it is: starting, signed out, signed in. */
public final class AccountScreen extends StackPane {
    private static final double MARK = 56;

    private final Screens screens;
    private final Function<Session.SignedOut, Region> signIn;
    private final Function<Session.SignedIn, Region> main;

    public AccountScreen(
            Screens screens, Function<Session.SignedOut, Region> signIn, Function<Session.SignedIn, Region> main) {
        this.screens = screens;
        this.signIn = signIn;
        this.main = main;
        getStyleClass().add("starting");
        new Watching(this).watch(screens.client().state().session(), this::show);
    }

    private void show(Session session) {
        getChildren()
                .setAll(
                        switch (session) {
                            case Session.Starting(boolean unreachable) -> unreachable ? unreachable() : starting();
                            case Session.SignedOut out -> signIn.apply(out);
                            case Session.SignedIn in -> main.apply(in);
                        });
    }

    private Region starting() {
        Mark mark = new Mark(MARK);
        mark.setAccessibleText(screens.t("state.loading"));
        return mark;
    }

    private Region unreachable() {
        return new EmptyState(
                Icon.OFFLINE,
                screens.t("state.unreachableTitle"),
                screens.t("state.unreachableText"),
                new PushButton(
                        Look.QUIET,
                        screens.t("action.retry"),
                        () -> screens.client().hurry()));
    }
}
