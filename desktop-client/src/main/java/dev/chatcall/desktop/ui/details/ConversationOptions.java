package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.SwitchRow;
import javafx.scene.layout.VBox;

/** What one person sets for themselves: muted, pinned. */
final class ConversationOptions extends VBox {
    private final Screens screens;
    private final SwitchRow mute;
    private final SwitchRow pin;
    private ConversationView conversation;

    ConversationOptions(Screens screens, ConversationView conversation) {
        this.screens = screens;
        this.conversation = conversation;
        getStyleClass().add("details-section");
        setAccessibleText(screens.t("details.options"));
        mute = new SwitchRow(
                screens.t("details.mute"),
                screens.t("details.muteText"),
                muted -> set(muted, this.conversation.pinned()));
        pin = new SwitchRow(
                screens.t("details.pin"),
                screens.t("details.pinText"),
                pinned -> set(this.conversation.muted(), pinned));
        getChildren().addAll(mute, pin);
        show(conversation);
    }

    void show(ConversationView next) {
        conversation = next;
        mute.show(next.muted());
        pin.show(next.pinned());
    }

    private void set(boolean muted, boolean pinned) {
        screens.client()
                .conversations()
                .setPreferences(conversation.id(), muted, pinned)
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure != null) {
                                screens.toasts().show(screens.texts().error(failure));
                                show(conversation);
                            }
                        },
                        screens.fx());
    }
}
