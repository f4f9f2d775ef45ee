package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.form.Loaded;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.SkeletonRows;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.Now;
import dev.chatcall.protocol.account.SessionInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Every device on which one is signed in, each with a way to sign out there. */
final class SignedInDevices extends VBox {
    private static final int SKELETONS = 2;

    private final Screens screens;
    private final Now now;
    private final Loaded<List<SessionInfo>> sessions;
    private final VBox body = new VBox();

    SignedInDevices(Screens screens) {
        this.screens = screens;
        Watching watching = new Watching(this);
        now = new Now(screens, watching);
        sessions = new Loaded<>(screens.client().session()::list, screens.fx());
        getStyleClass().add("settings-section");
        getChildren().addAll(Words.heading(screens.t("account.devices")), body);
        watching.watch(sessions.state(), this::show);
        sessions.load();
    }

    /** Asks again. */
    void load() {
        sessions.load();
    }

    private void show(Loaded.State<List<SessionInfo>> state) {
        switch (state) {
            case Loaded.State.Loading<List<SessionInfo>> _ ->
                body.getChildren().setAll(new SkeletonRows(SKELETONS, screens.t("state.loading")));
            case Loaded.State.Failed<List<SessionInfo>>(Throwable failure) ->
                body.getChildren()
                        .setAll(new EmptyState(
                                null,
                                screens.texts().error(failure),
                                null,
                                new PushButton(Look.QUIET, screens.t("action.retry"), sessions::load)));
            case Loaded.State.There<List<SessionInfo>>(List<SessionInfo> there) -> show(there);
        }
    }

    private void show(List<SessionInfo> there) {
        body.getChildren().setAll(there.stream().map(this::entry).toList());
        if (there.stream().filter(session -> !session.current()).count() > 1) {
            HBox end = new HBox(ending(
                    screens.t("desktop.account.signOutOthers"), screens.client().session()::endOthers));
            end.getStyleClass().add("entry-end");
            body.getChildren().add(end);
        }
    }

    private SettingsEntry entry(SessionInfo session) {
        String name = session.deviceName().isEmpty() ? screens.t("account.unknownDevice") : session.deviceName();
        String when = screens.texts().past(session.lastUsedAt(), now.get());
        SettingsEntry entry =
                new SettingsEntry(Icon.DEVICE, name, screens.texts().t("account.lastUsed", Map.of("when", when)));
        if (session.current()) {
            entry.tag(screens.t("account.thisDevice"));
        } else {
            PushButton end = ending(
                    screens.t("account.signOutThere"),
                    () -> screens.client().session().end(session.id()));
            entry.with(end.called(screens.texts().t("account.signOutThereName", Map.of("device", name))));
        }
        return entry;
    }

    /** A button that signs out elsewhere and then asks for the list again. */
    private PushButton ending(String text, Supplier<CompletableFuture<Void>> end) {
        Submit submit = new Submit(screens.fx());
        PushButton button = new PushButton(Look.QUIET, text, () -> submit.run(end, done -> sessions.load()));
        Watching watching = new Watching(button);
        button.follow(submit, watching);
        watching.watch(submit.state(), state -> {
            if (state.failure() != null) {
                screens.toasts().show(screens.texts().error(state.failure()));
                submit.clear();
            }
        });
        return button;
    }
}
