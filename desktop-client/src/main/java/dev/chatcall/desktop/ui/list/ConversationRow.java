package dev.chatcall.desktop.ui.list;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.conversation.message.DeliveryMark;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.Face;
import dev.chatcall.desktop.ui.people.FaceView;
import dev.chatcall.desktop.ui.people.Following;
import dev.chatcall.desktop.ui.people.Now;
import dev.chatcall.desktop.ui.people.OneLine;
import dev.chatcall.desktop.ui.people.Row;
import dev.chatcall.protocol.presence.Presence;
import java.util.Map;
import java.util.UUID;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A conversation in the list: who, when, what was said last, and what is unread. */
final class ConversationRow implements Row<ConversationView> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final PseudoClass TYPING = PseudoClass.getPseudoClass("typing");
    private static final int AVATAR_PX = 40;
    private static final int NAME_PX = 14;
    private static final int WORDS_PX = 13;
    private static final int FLAG_PX = 14;
    private static final int MOST_SHOWN = 999;

    private final Screens screens;
    private final ClientState state;
    private final Previews previews;
    private final Now now;
    private final HBox node = new HBox(12);
    private final FaceView face;
    private final OneLine name;
    private final Label time = Words.of("", "conversation-time");
    private final Node mutedFlag = flag(Icon.MUTED);
    private final Node pinnedFlag = flag(Icon.PINNED);
    private final DeliveryMark mark;
    private final Label draft = Words.of("", "conversation-draft");
    private final OneLine words;
    private final Label mention = Words.of("", "mention-badge");
    private final Label unread = Words.of("", "unread-badge");
    private ConversationView conversation;
    private final Following writer = new Following(node);

    ConversationRow(Screens screens, Now now, ConversationView conversation) {
        this.screens = screens;
        this.now = now;
        this.conversation = conversation;
        state = screens.client().state();
        previews = new Previews(state, screens.texts());
        mark = new DeliveryMark(screens);
        face = new FaceView(AVATAR_PX, screens.pictures());
        name = new OneLine(screens.emojis(), NAME_PX, "conversation-name");
        words = new OneLine(screens.emojis(), WORDS_PX, "conversation-words");
        build();
        watch();
    }

    private void build() {
        node.getStyleClass().add("conversation-row");
        node.setAlignment(Pos.CENTER_LEFT);
        mention.setGraphic(Icon.MENTION.at(13));
        draft.setMinWidth(Region.USE_PREF_SIZE);
        time.setMinWidth(Region.USE_PREF_SIZE);
        unread.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox above = new HBox(8, name, mutedFlag, time);
        HBox below = new HBox(4, mark, draft, words, mention, unread, pinnedFlag);
        above.setAlignment(Pos.CENTER_LEFT);
        below.setAlignment(Pos.CENTER_LEFT);
        below.getStyleClass().add("conversation-below");
        VBox lines = new VBox(above, below);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        node.getChildren().addAll(face.node(), lines);
    }

    private void watch() {
        Watching watching = new Watching(node);
        UUID id = conversation.id();
        UUID otherId = conversation.otherId();
        if (otherId != null) {
            watching.watch(state.person(otherId), changed -> render());
            watching.watch(
                    state.presence(otherId),
                    presence ->
                            face.node().presence(presence.map(Presence::online).orElse(false)));
        }
        watching.watch(state.typing(id), changed -> render());
        watching.watch(state.draft(id), changed -> render());
        watching.watch(now.value(), changed -> render());
        watching.add(() -> {
            ChangeListener<Place> onPlace = (observable, before, place) -> render();
            screens.navigation().place().addListener(onPlace);
            render();
            return () -> screens.navigation().place().removeListener(onPlace);
        });
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(ConversationView next) {
        conversation = next;
        watchWriter();
        render();
    }

    private void watchWriter() {
        TimelineEntry last = conversation.last();
        if (last != null) {
            writer.follow(last.senderId(), state.person(last.senderId()), changed -> render());
        }
    }

    private void render() {
        Face shown = Face.of(conversation, state, screens.texts());
        Place place = screens.navigation().place().getValue();
        boolean current = conversation.id().equals(place == null ? null : place.conversationId());
        Preview preview = previews.of(conversation, current);
        face.show(shown);
        name.setText(shown.name());
        time.setText(screens.texts().listTime(conversation.activeAt(), now.get()));
        showPreview(preview);
        showBadges();
        node.pseudoClassStateChanged(CURRENT, current);
        node.pseudoClassStateChanged(UNREAD, conversation.unread() > 0);
        node.setAccessibleText(accessibleText(shown.name(), preview));
    }

    private void showPreview(Preview preview) {
        words.pseudoClassStateChanged(TYPING, preview instanceof Preview.Typing);
        show(draft, preview instanceof Preview.Draft);
        if (preview instanceof Preview.Draft(String label, String text)) {
            draft.setText(label);
        }
        mark.show(preview instanceof Preview.Words(var delivery, String text) ? delivery : null);
        words.setText(preview.text());
    }

    private void showBadges() {
        boolean some = conversation.unread() > 0;
        show(mutedFlag, conversation.muted());
        show(mention, conversation.unreadMentions() > 0);
        show(unread, some);
        show(pinnedFlag, conversation.pinned() && !some);
        unread.setText(conversation.unread() > MOST_SHOWN ? MOST_SHOWN + "+" : Long.toString(conversation.unread()));
        unread.pseudoClassStateChanged(MUTED, conversation.muted());
    }

    private String accessibleText(String who, Preview preview) {
        StringBuilder text = new StringBuilder(who);
        if (conversation.unread() > 0) {
            text.append(", ").append(screens.texts().t("list.unread", Map.of("count", conversation.unread())));
        }
        if (conversation.unreadMentions() > 0) {
            text.append(", ").append(screens.t("list.mentioned"));
        }
        if (preview instanceof Preview.Draft(String label, String words)) {
            text.append(", ").append(label);
        }
        text.append(", ").append(preview.text()).append(", ").append(time.getText());
        if (conversation.muted()) {
            text.append(", ").append(screens.t("list.muted"));
        }
        if (conversation.pinned()) {
            text.append(", ").append(screens.t("list.pinned"));
        }
        return text.toString();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Node flag(Icon icon) {
        Node flag = icon.at(FLAG_PX);
        flag.getStyleClass().add("conversation-flag");
        return flag;
    }
}
