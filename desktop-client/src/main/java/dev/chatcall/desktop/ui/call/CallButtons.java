package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.contact.ContactState;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.layout.HBox;

/** Call and video call, in the header of a conversation. Whom one may write to one may call. */
public final class CallButtons extends HBox {
    private static final double ICON = 20;

    private final ClientState state;
    private final UUID conversationId;

    public CallButtons(Screens screens, UUID conversationId) {
        this.state = screens.client().state();
        this.conversationId = conversationId;
        getStyleClass().add("call-buttons");
        CallStarts starts = new CallStarts(screens);
        getChildren()
                .addAll(
                        PushButton.ofIcon(
                                Icon.CALL, ICON, screens.t("calls.voice"), () -> starts.start(conversationId, false)),
                        PushButton.ofIcon(
                                Icon.VIDEO, ICON, screens.t("calls.video"), () -> starts.start(conversationId, true)));
        Watching watching = new Watching(this);
        watching.watch(state.conversation(conversationId), conversation -> update());
        watching.watch(state.account(), account -> update());
    }

    private void update() {
        boolean allowed = state.conversation(conversationId)
                .get()
                .filter(conversation -> conversation.members().size() > 1)
                .filter(this::canWrite)
                .isPresent();
        setVisible(allowed);
        setManaged(allowed);
    }

    /** In groups members write; to one person those who are contacts. The server decides; this saves a refusal. */
    private boolean canWrite(ConversationView conversation) {
        Optional<Account> account = state.account().get();
        UUID other = conversation.otherId();
        return other == null
                || account.stream()
                        .flatMap(known -> known.contacts().stream())
                        .anyMatch(contact ->
                                contact.person().id().equals(other) && contact.state() == ContactState.CONTACT);
    }
}
