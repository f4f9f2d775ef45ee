package dev.chatcall.desktop.ui.conversation;

import dev.chatcall.desktop.client.ContactActions;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.widget.WrappedText;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.contact.ContactState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** Stands where the composer would be while one can't write to this person, with the way on. */
final class NotContacts extends FlowPane {
    private final Screens screens;
    private final UUID other;
    private final WrappedText text = new WrappedText();

    NotContacts(Screens screens, UUID other) {
        this.screens = screens;
        this.other = other;
        getStyleClass().add("not-contacts");
        setAlignment(Pos.CENTER);
    }

    void show(String name, Optional<Account> account) {
        Optional<ContactState> state = Acquaintance.with(other, account);
        boolean blocked = state.equals(Optional.of(ContactState.BLOCKED));
        Map<String, String> values = Map.of("name", name);
        text.setText(screens.texts().t(blocked ? "conversation.blocked" : "conversation.notContacts", values));
        getChildren().setAll(text);
        getChildren().addAll(state.map(now -> actions(now, name)).orElseGet(() -> List.of(ask(name))));
    }

    private List<Button> actions(ContactState state, String name) {
        ContactActions contacts = screens.client().contacts();
        List<Button> buttons = new ArrayList<>();
        switch (state) {
            case CONTACT -> {
                // One can write: this is not shown.
            }
            case INCOMING -> {
                buttons.add(button("contacts.decline", "contacts.declineName", name, () -> contacts.decline(other)));
                Button accept = button("contacts.accept", "contacts.acceptName", name, () -> contacts.accept(other));
                accept.getStyleClass().add("primary");
                buttons.add(accept);
            }
            case OUTGOING ->
                buttons.add(
                        button("contacts.cancelRequest", "contacts.cancelName", name, () -> contacts.cancel(other)));
            case BLOCKED -> buttons.add(button("contacts.unblock", null, name, () -> contacts.unblock(other)));
        }
        return buttons;
    }

    private Button ask(String name) {
        return button(
                "action.add",
                "contacts.addName",
                name,
                () -> screens.client()
                        .contacts()
                        .request(other)
                        .thenRun(() -> screens.fx()
                                .execute(() -> screens.toasts()
                                        .show(screens.texts().t("toast.requestSent", Map.of("name", name))))));
    }

    private Button button(String key, @Nullable String longKey, String name, Supplier<CompletableFuture<Void>> act) {
        Button button = new Button(screens.t(key));
        if (longKey != null) {
            button.setAccessibleText(screens.texts().t(longKey, Map.of("name", name)));
        }
        button.setOnAction(event -> {
            button.setDisable(true);
            act.get()
                    .whenComplete((done, failure) -> screens.fx().execute(() -> {
                        button.setDisable(false);
                        if (failure != null) {
                            screens.toasts().show(screens.texts().error(failure));
                        }
                    }));
        });
        return button;
    }
}
