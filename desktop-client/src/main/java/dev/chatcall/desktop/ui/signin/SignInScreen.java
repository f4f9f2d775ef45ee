package dev.chatcall.desktop.ui.signin;

import dev.chatcall.desktop.instance.SignInLink;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.account.ServerInfo;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The pages for somebody who is not signed in. What the server says of itself is asked until it answers. */
public final class SignInScreen extends StackPane implements Pages {
    private static final Duration AGAIN = Duration.seconds(3);

    private final Screens screens;
    private final boolean ended;
    private final @Nullable SignInLink link;
    private final Runnable otherServer;
    private final Store<Optional<ServerInfo>> info = new Store<>(Optional.empty());
    private final PauseTransition again = new PauseTransition(AGAIN);
    /** Whether somebody chose this page: it then stays whatever the server says. */
    private boolean chosen;

    /**
     * @param ended signed out from elsewhere, or run out
     * @param otherServer leads to the question for a server
     */
    public SignInScreen(Screens screens, boolean ended, Runnable otherServer) {
        this(screens, ended, otherServer, null);
    }

    /** @param link what somebody came with: an invitation, or a way to a new password */
    public SignInScreen(Screens screens, boolean ended, Runnable otherServer, @Nullable SignInLink link) {
        this.link = link;
        this.screens = screens;
        this.ended = ended;
        this.otherServer = otherServer;
        again.setOnFinished(event -> ask());
        new Watching(this).add(this::askWhileShown);
        show(first());
    }

    @Override
    public void signIn() {
        chosen = true;
        show(new SignInPage(screens, info, this, ended));
    }

    @Override
    public void register(@Nullable String invitation) {
        chosen = true;
        show(Registration.page(screens, info.get(), invitation, this));
    }

    @Override
    public void forgot() {
        chosen = true;
        show(new ForgotPage(screens, info.get(), this));
    }

    @Override
    public void reset() {
        chosen = true;
        show(new ResetPage(screens, this, null));
    }

    @Override
    public void otherServer() {
        otherServer.run();
    }

    /** What somebody sees who has not chosen anything yet. */
    private Region first() {
        boolean empty = info.get().map(ServerInfo::empty).orElse(false);
        if (link == null) {
            // The first visit to a fresh server begins with the first account.
            return empty
                    ? Registration.page(screens, info.get(), null, this)
                    : new SignInPage(screens, info, this, ended);
        }
        return switch (link.kind()) {
            case INVITATION -> Registration.page(screens, info.get(), link.secret(), this);
            case RESET -> new ResetPage(screens, this, link.secret());
        };
    }

    private void show(Region page) {
        getChildren().setAll(page);
        FirstField.focus(page);
    }

    private Subscription askWhileShown() {
        ask();
        return again::stop;
    }

    private void ask() {
        screens.client().session().serverInfo().whenCompleteAsync(this::answered, screens.fx());
    }

    private void answered(@Nullable ServerInfo answer, @Nullable Throwable failure) {
        if (answer == null) {
            // Its absence is shown when something is submitted; until then it is asked again.
            if (getScene() != null) {
                again.playFromStart();
            }
            return;
        }
        info.set(Optional.of(answer));
        boolean asksForMore = answer.empty() || (link != null && link.kind() == SignInLink.Kind.INVITATION);
        if (asksForMore && !chosen) {
            show(first());
        }
    }
}
