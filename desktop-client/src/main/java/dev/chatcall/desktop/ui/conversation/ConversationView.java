package dev.chatcall.desktop.ui.conversation;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.MessageActions;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.CallBanner;
import dev.chatcall.desktop.ui.conversation.composer.Composer;
import dev.chatcall.desktop.ui.conversation.message.Face;
import dev.chatcall.desktop.ui.conversation.message.Links;
import dev.chatcall.desktop.ui.conversation.message.MessageList;
import dev.chatcall.desktop.ui.conversation.message.Names;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.account.Account;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The open conversation: who, what was said, and where to answer. It opens the conversation in the core while it is in a
 * window that shows.
 */
public final class ConversationView extends VBox {
    private final Screens screens;
    private final UUID id;
    private final Links links;
    private final Names names;
    private @Nullable Parts parts;
    private Optional<Account> account = Optional.empty();
    private dev.chatcall.desktop.client.@Nullable ConversationView conversation;
    private final BooleanProperty alone = new SimpleBooleanProperty(false);
    private boolean known;
    private boolean denied;

    /** What is there once the conversation is known. */
    private record Parts(
            ConversationHeader header,
            MessageList list,
            Composer composer,
            @Nullable NotContacts notContacts) {}

    public ConversationView(Screens screens, UUID conversationId) {
        this(screens, conversationId, Links.system());
    }

    /** @param browser opens the links that messages hold */
    public ConversationView(Screens screens, UUID conversationId, Links.Browser browser) {
        this.screens = screens;
        id = conversationId;
        links = new Links(screens, browser);
        getStyleClass().add("conversation");
        ClientState state = screens.client().state();
        Watching watching = new Watching(this);
        names = new Names(state, watching, this::draw);
        watching.add(this::open);
        watching.add(this::tick);
        watching.watch(state.conversation(id), now -> {
            known = now.isPresent();
            conversation = now.orElse(conversation);
            draw();
        });
        watching.watch(state.account(), now -> {
            account = now;
            draw();
        });
        watching.watch(state.ready(), now -> draw());
    }

    /** Whether a button leads back to the list, where that has no room beside. */
    public void backShown(ObservableValue<Boolean> shown) {
        alone.bind(shown);
    }

    /** Puts the caret where messages are written. */
    public void write() {
        if (parts != null) {
            parts.composer().write();
        }
    }

    private Subscription open() {
        MessageActions messages = screens.client().messages();
        if (parts != null) {
            messages.open(id);
        }
        return () -> {
            messages.open(null);
            messages.watchPresence(List.of());
        };
    }

    /** Times that are told in words go on. */
    private Subscription tick() {
        var minutes = new javafx.animation.Timeline(new KeyFrame(Duration.minutes(1), event -> {
            if (parts != null) {
                parts.header().tick();
                parts.list().refresh();
            }
        }));
        minutes.setCycleCount(Animation.INDEFINITE);
        minutes.play();
        return minutes::stop;
    }

    private void draw() {
        var now = conversation;
        if (now == null || !known) {
            drawDenied();
            return;
        }
        Parts shown = parts;
        if (shown == null) {
            shown = build(now);
            parts = shown;
            screens.client().messages().open(id);
        }
        shown.header().show(now);
        shown.list().refresh();
        screens.client()
                .messages()
                .watchPresence(
                        now.members().stream().map(member -> member.accountId()).toList());
        NotContacts instead = shown.notContacts();
        boolean canWrite = instead == null || Acquaintance.canWrite(now, account);
        show(shown.composer(), canWrite);
        if (instead != null) {
            show(instead, !canWrite);
            instead.show(Face.of(now, names, screens.texts()).name(), account);
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private Parts build(dev.chatcall.desktop.client.ConversationView now) {
        denied = false;
        MessageList list = new MessageList(screens, id, this::current, links);
        Composer composer = new Composer(screens, this::current, list::showNewest);
        UUID other = now.otherId();
        NotContacts instead = other == null ? null : new NotContacts(screens, other);
        ConversationHeader header = new ConversationHeader(screens, now, alone);
        VBox.setVgrow(list, Priority.ALWAYS);
        // Where there is too little room, the messages give way and not what one writes.
        header.setMinHeight(USE_PREF_SIZE);
        composer.setMinHeight(USE_PREF_SIZE);
        setAlignment(Pos.TOP_LEFT);
        getChildren().setAll(header, new CallBanner(screens, id), list, composer);
        if (instead != null) {
            getChildren().add(instead);
        }
        return new Parts(header, list, composer, instead);
    }

    private dev.chatcall.desktop.client.ConversationView current() {
        if (conversation == null) {
            throw new IllegalStateException("Asked for after it was gone");
        }
        return conversation;
    }

    private void drawDenied() {
        parts = null;
        if (!screens.client().state().ready().get()) {
            getChildren().clear();
            denied = false;
        } else if (!denied) {
            denied = true;
            setAlignment(Pos.CENTER);
            getChildren()
                    .setAll(new EmptyState(
                            null,
                            screens.t("conversation.denied"),
                            screens.t("conversation.deniedText"),
                            new PushButton(
                                    PushButton.Look.QUIET,
                                    screens.t("conversation.toList"),
                                    () -> screens.navigation().go(new Place.Chats()))));
        }
    }
}
