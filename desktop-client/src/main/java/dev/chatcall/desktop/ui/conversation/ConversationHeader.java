package dev.chatcall.desktop.ui.conversation;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Member;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.CallButtons;
import dev.chatcall.desktop.ui.conversation.message.Face;
import dev.chatcall.desktop.ui.conversation.message.Look;
import dev.chatcall.desktop.ui.conversation.message.Names;
import dev.chatcall.desktop.ui.conversation.message.Portrait;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.presence.Presence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** With whom one talks, whether they are there, and the ways to call them and to know more. */
final class ConversationHeader extends HBox {
    private final Screens screens;
    private final UUID id;
    private final Watching watching;
    private final Names names;
    private final Portrait portrait;
    private final Label name = new Label();
    private final Label state = new Label();
    private final Button who;
    private final Button details;
    private final Map<UUID, Presence> presences = new HashMap<>();
    private final Set<UUID> watched = new HashSet<>();
    private ConversationView conversation;

    /** @param alone whether the list has no room beside it, so that there is a way back to it */
    ConversationHeader(Screens screens, ConversationView conversation, ObservableValue<Boolean> alone) {
        this.screens = screens;
        this.conversation = conversation;
        id = conversation.id();
        watching = new Watching(this);
        names = new Names(screens.client().state(), watching, this::draw);
        portrait = new Portrait(screens.pictures(), 40);
        getStyleClass().add("conversation-header");
        setAlignment(Pos.CENTER_LEFT);
        Button back = Look.iconButton(screens.t("conversation.back"), Icon.BACK, 20);
        back.getStyleClass().add("conversation-back");
        back.setOnAction(event -> screens.navigation().go(new Place.Chats()));
        back.visibleProperty().bind(alone);
        back.managedProperty().bind(alone);
        who = who();
        details = Look.iconButton(screens.t("conversation.details"), Icon.DETAILS, 20);
        details.setOnAction(event -> toggleDetails());
        HBox.setHgrow(who, Priority.ALWAYS);
        getChildren().addAll(back, who, new CallButtons(screens, id), details);
        watching.add(() -> {
            var place = screens.navigation().place().subscribe(now -> Look.state(details, "chosen", isOpen(now)));
            return place::unsubscribe;
        });
        show(conversation);
    }

    private Button who() {
        name.getStyleClass().add("conversation-name");
        state.getStyleClass().add("conversation-state");
        VBox lines = new VBox(name, state);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox content = new HBox(portrait.avatar(), lines);
        content.getStyleClass().add("conversation-who-content");
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, content);
        button.getStyleClass().add("conversation-who");
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setOnAction(event -> toggleDetails());
        return button;
    }

    /** The conversation as it is now. */
    void show(ConversationView now) {
        conversation = now;
        for (Member member : now.members()) {
            UUID account = member.accountId();
            if (!account.equals(names.me()) && watched.add(account)) {
                watching.watch(screens.client().state().presence(account), presence -> take(account, presence));
            }
        }
        draw();
    }

    /** "5 minutes ago" goes on. */
    void tick() {
        draw();
    }

    private void take(UUID account, Optional<Presence> presence) {
        presence.ifPresentOrElse(now -> presences.put(account, now), () -> presences.remove(account));
        draw();
    }

    private void draw() {
        Face face = Face.of(conversation, names, screens.texts());
        portrait.show(face.name(), face.id(), face.avatarId());
        name.setText(face.name());
        UUID other = conversation.otherId();
        Presence presence = other == null ? null : presences.get(other);
        boolean online = presence != null && presence.online();
        portrait.avatar().presence(online);
        Look.state(state, "online", online);
        state.setText(other == null ? groupState() : personState(presence));
        who.setAccessibleText(face.name() + ", " + state.getText());
    }

    private String personState(@Nullable Presence presence) {
        long now = screens.clock().millis()
                + screens.client().state().clockOffset().get();
        return presence == null ? "" : PresenceText.of(screens.texts(), presence, now);
    }

    private String groupState() {
        int count = conversation.members().size();
        // Oneself is there, too.
        long online = 1
                + conversation.members().stream()
                        .map(member -> presences.get(member.accountId()))
                        .filter(presence -> presence != null && presence.online())
                        .count();
        return online > 1
                ? screens.texts().t("presence.membersOnline", Map.of("count", count, "online", online))
                : screens.texts().t("presence.members", Map.of("count", count));
    }

    private boolean isOpen(Place place) {
        return place.equals(new Place.Details(id));
    }

    private void toggleDetails() {
        boolean open = isOpen(screens.navigation().place().getValue());
        screens.navigation().go(open ? new Place.Conversation(id) : new Place.Details(id));
    }
}
