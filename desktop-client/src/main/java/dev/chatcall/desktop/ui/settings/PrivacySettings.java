package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.SkeletonRows;
import dev.chatcall.desktop.ui.form.SwitchRow;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Settings;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What others see of oneself. */
final class PrivacySettings extends VBox {
    private static final int SKELETONS = 2;

    private final Screens screens;
    private final ClientState state;
    private final SwitchRow receipts;
    private final SwitchRow lastSeen;
    private final VBox rows;
    private final SkeletonRows loading;

    PrivacySettings(Screens screens) {
        this.screens = screens;
        state = screens.client().state();
        receipts = new SwitchRow(
                screens.t("privacy.readReceipts"),
                screens.t("privacy.readReceiptsText"),
                next -> settings().ifPresent(now -> set(new Settings(next, now.showLastSeen()))));
        lastSeen = new SwitchRow(
                screens.t("privacy.lastSeen"),
                screens.t("privacy.lastSeenText"),
                next -> settings().ifPresent(now -> set(new Settings(now.sendReadReceipts(), next))));
        rows = new VBox(receipts, lastSeen);
        loading = new SkeletonRows(SKELETONS, screens.t("state.loading"));
        new Watching(this).watch(state.account(), account -> show());
    }

    private Optional<Settings> settings() {
        return state.account().get().map(Account::settings);
    }

    private void show() {
        Optional<Settings> settings = settings();
        Node shown = settings.isEmpty() ? loading : rows;
        if (!getChildren().contains(shown)) {
            getChildren().setAll(shown);
        }
        settings.ifPresent(now -> {
            receipts.show(now.sendReadReceipts());
            lastSeen.show(now.showLastSeen());
        });
    }

    private void set(Settings next) {
        screens.client()
                .account()
                .updateSettings(next)
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure != null) {
                                screens.toasts().show(screens.texts().error(failure));
                            }
                            show();
                        },
                        screens.fx());
    }
}
