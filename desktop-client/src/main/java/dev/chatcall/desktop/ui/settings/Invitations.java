package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.form.Loaded;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.SkeletonRows;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.Now;
import dev.chatcall.protocol.admin.Invitation;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;

/** Links with which people create accounts. */
final class Invitations extends VBox {
    private static final int SKELETONS = 2;

    private final Screens screens;
    private final Now now;
    private final Loaded<List<Invitation>> invitations;
    private final VBox made = new VBox(12);
    private final VBox body = new VBox();

    Invitations(Screens screens) {
        this.screens = screens;
        Watching watching = new Watching(this);
        now = new Now(screens, watching);
        invitations = new Loaded<>(screens.client().admin()::invitations, screens.fx());
        getStyleClass().add("settings-section");
        getChildren()
                .addAll(
                        Words.heading(screens.t("admin.invitations")),
                        Words.explanation(screens.t("admin.invitationsText")),
                        new NewInvitation(screens, this::showMade),
                        made,
                        body);
        watching.watch(invitations.state(), this::show);
        invitations.load();
    }

    private void showMade(Invitation invitation) {
        String link = invitation.link();
        if (link != null) {
            made.getChildren()
                    .setAll(new Notice(Notice.Tone.CALM, screens.t("admin.linkOnce")), new LinkBox(screens, link));
        }
        invitations.load();
    }

    private void show(Loaded.State<List<Invitation>> state) {
        switch (state) {
            case Loaded.State.Loading<List<Invitation>> _ ->
                body.getChildren().setAll(new SkeletonRows(SKELETONS, screens.t("state.loading")));
            case Loaded.State.Failed<List<Invitation>>(Throwable failure) ->
                body.getChildren()
                        .setAll(new EmptyState(
                                null,
                                screens.texts().error(failure),
                                null,
                                new PushButton(Look.QUIET, screens.t("action.retry"), invitations::load)));
            case Loaded.State.There<List<Invitation>>(List<Invitation> there) -> show(there);
        }
    }

    private void show(List<Invitation> there) {
        if (there.isEmpty()) {
            body.getChildren()
                    .setAll(new EmptyState(
                            Icon.LINK, screens.t("admin.noInvitations"), screens.t("admin.noInvitationsText")));
        } else {
            body.getChildren().setAll(there.stream().map(this::entry).toList());
        }
    }

    private SettingsEntry entry(Invitation invitation) {
        String used =
                screens.texts().t("admin.usesLeft", Map.of("used", invitation.uses(), "count", invitation.maxUses()));
        String when = screens.texts().relative(invitation.expiresAt(), now.get());
        String expires = screens.texts().t("admin.expires", Map.of("when", when));
        String note = invitation.note().isEmpty() ? "–" : invitation.note();
        SettingsEntry entry = new SettingsEntry(Icon.LINK, note, used + " · " + expires);
        entry.with(new PushButton(Look.QUIET, screens.t("admin.revoke"), () -> askToRevoke(invitation))
                .called(screens.t("admin.revoke") + ": " + note));
        return entry;
    }

    private void askToRevoke(Invitation invitation) {
        screens.dialogs()
                .ask(
                        screens.t("admin.revokeTitle"),
                        screens.t("admin.revokeText"),
                        screens.t("admin.revoke"),
                        true,
                        () -> screens.client()
                                .admin()
                                .revokeInvitation(invitation.id())
                                .thenRunAsync(invitations::load, screens.fx()));
    }
}
