package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Member;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.people.Everybody;
import dev.chatcall.desktop.ui.people.Following;
import dev.chatcall.desktop.ui.people.Row;
import dev.chatcall.desktop.ui.people.RowList;
import java.util.List;
import java.util.UUID;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A group: its picture and name, what one sets for oneself, its members, and the way out. */
final class GroupDetails implements ConversationDetails {
    private final Screens screens;
    private final ClientState state;
    private final DetailItems items;
    private final GroupQuestions questions;
    private final RowList<DetailItem> list;
    private final StackPane node = new StackPane();
    private final Following people = new Following(node);
    private final Following presences = new Following(node);
    private ConversationView conversation;

    GroupDetails(Screens screens, ConversationView conversation) {
        this.screens = screens;
        this.conversation = conversation;
        state = screens.client().state();
        items = new DetailItems(state, screens.texts().locale());
        questions = new GroupQuestions(screens);
        list = new RowList<>(screens.t("details.title"), DetailItem::key, this::row, item -> {});
        list.getStyleClass().add("details-list");
        node.getChildren().add(list);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(ConversationView next) {
        conversation = next;
        List<UUID> ids = next.members().stream().map(Member::accountId).toList();
        people.follow(ids, new Everybody<>(ids.stream().map(state::person).toList()), changed -> render());
        presences.follow(ids, new Everybody<>(ids.stream().map(state::presence).toList()), changed -> render());
        render();
    }

    private void render() {
        list.show(items.of(conversation));
    }

    private Row<DetailItem> row(DetailItem item) {
        return switch (item) {
            case DetailItem.Top top -> new GroupTop(screens, top.conversation());
            case DetailItem.Heading _ -> new GroupHeading(screens);
            case DetailItem.Someone someone -> new MemberRow(screens, questions, () -> conversation, someone);
            case DetailItem.End _ -> new GroupEnd(screens, () -> questions.leave(conversation));
        };
    }
}
