package dev.chatcall.desktop.ui.list;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.SearchField;
import dev.chatcall.desktop.ui.form.SkeletonRows;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.newchat.NewChatDialog;
import dev.chatcall.desktop.ui.newchat.NewGroupDialog;
import dev.chatcall.desktop.ui.people.EntryRows;
import dev.chatcall.desktop.ui.people.ListHeader;
import dev.chatcall.desktop.ui.people.Now;
import dev.chatcall.desktop.ui.people.PeopleSearch;
import dev.chatcall.desktop.ui.people.Row;
import dev.chatcall.desktop.ui.people.RowList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list pane with its search: conversations, or what the search finds. */
public final class ChatsView extends VBox {
    private static final int ICON_PX = 20;
    private static final int SKELETONS = 9;
    private static final int FOUND_SKELETONS = 3;

    private final Screens screens;
    private final ClientState state;
    private final Now now;
    private final EntryRows entryRows;
    private final ChatSearch chatSearch;
    private final PeopleSearch peopleSearch;
    private final SearchField search;
    private final StackPane body = new StackPane();
    private final RowList<ConversationView> list;
    private final RowList<Found> found;

    public ChatsView(Screens screens) {
        this.screens = screens;
        state = screens.client().state();
        Watching watching = new Watching(this);
        now = new Now(screens, watching);
        search = new SearchField(screens.t("list.search"), screens.texts());
        entryRows = new EntryRows(screens, now, this::leaveSearch);
        chatSearch = new ChatSearch(state, screens.texts());
        peopleSearch = new PeopleSearch(screens.client().contacts(), screens.fx());
        list = new RowList<>(
                screens.t("list.label"),
                ConversationView::id,
                chat -> new ConversationRow(screens, now, chat),
                chat -> open(chat.id()));
        found = new RowList<>(screens.t("list.search"), Found::key, this::row, this::open);
        build();
        watching.watch(state.conversations(), changed -> render());
        watching.watch(state.ready(), changed -> render());
        watching.watch(peopleSearch.result(), changed -> render());
        search.text().addListener((observable, before, query) -> {
            peopleSearch.ask(query);
            render();
        });
    }

    /** Puts the cursor into the search. */
    public void focusSearch() {
        search.input().requestFocus();
        search.input().selectAll();
    }

    private void build() {
        getStyleClass().add("list-pane");
        PushButton newGroup =
                PushButton.ofIcon(Icon.GROUP, ICON_PX, screens.t("nav.newGroup"), () -> NewGroupDialog.show(screens));
        PushButton newChat =
                PushButton.ofIcon(Icon.NEW_CHAT, ICON_PX, screens.t("nav.newChat"), () -> NewChatDialog.show(screens));
        search.input().addEventHandler(KeyEvent.KEY_PRESSED, this::moveIntoList);
        setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(new ListHeader(screens.t("nav.chats"), newGroup, newChat).with(search), body);
    }

    /** The arrow down and Enter go on from the search to what it found. */
    private void moveIntoList(KeyEvent event) {
        RowList<?> shown = query().isEmpty() ? list : found;
        if (shown.getItems().isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN) {
            event.consume();
            shown.requestFocus();
        } else if (event.getCode() == KeyCode.ENTER && !query().isEmpty()) {
            event.consume();
            found.getItems().stream()
                    .filter(Found.Chat.class::isInstance)
                    .findFirst()
                    .ifPresent(this::open);
        }
    }

    private void render() {
        if (query().isEmpty()) {
            list.show(state.conversations().get());
            show(list.getItems().isEmpty() ? nothingYet() : list);
        } else {
            PeopleSearch.Result result = peopleSearch.result().get();
            found.show(chatSearch.results(query(), state.conversations().get(), result.people(), me()));
            show(found.getItems().isEmpty() ? nothingFound(result) : found);
        }
    }

    private Node nothingYet() {
        if (!state.ready().get()) {
            return new SkeletonRows(SKELETONS, screens.t("state.loading"));
        }
        return new EmptyState(
                Icon.CHATS,
                screens.t("list.empty"),
                screens.t("list.emptyText"),
                new PushButton(
                        Look.PRIMARY,
                        screens.t("list.findPeople"),
                        () -> screens.navigation().go(new Place.Contacts())),
                new PushButton(Look.QUIET, screens.t("nav.newGroup"), () -> NewGroupDialog.show(screens)));
    }

    private Node nothingFound(PeopleSearch.Result result) {
        return switch (result) {
            case PeopleSearch.Result.Idle _, PeopleSearch.Result.Searching _ ->
                new SkeletonRows(FOUND_SKELETONS, screens.t("state.loading"));
            case PeopleSearch.Result.Failed(var failure) ->
                new EmptyState(null, screens.texts().error(failure), null);
            case PeopleSearch.Result.Found _ ->
                new EmptyState(
                        Icon.SEARCH,
                        screens.texts().t("list.nothing", Map.of("query", query())),
                        screens.t("list.nothingText"));
        };
    }

    private void show(Node shown) {
        if (!List.of(shown).equals(body.getChildren())) {
            body.getChildren().setAll(shown);
        }
    }

    private Row<Found> row(Found item) {
        return switch (item) {
            case Found.Chat(ConversationView chat) -> new ChatFoundRow(new ConversationRow(screens, now, chat));
            case Found.Other(var entry) -> new OtherFoundRow(entryRows.row(entry));
        };
    }

    private void open(Found item) {
        switch (item) {
            case Found.Chat(ConversationView chat) -> {
                open(chat.id());
                leaveSearch();
            }
            case Found.Other(var entry) -> entryRows.open(entry);
        }
    }

    private void open(UUID id) {
        screens.navigation().go(new Place.Conversation(id));
    }

    private void leaveSearch() {
        search.text().set("");
    }

    private String query() {
        return search.text().get().strip();
    }

    private @Nullable UUID me() {
        return state.session().get() instanceof Session.SignedIn(UUID id) ? id : null;
    }
}
