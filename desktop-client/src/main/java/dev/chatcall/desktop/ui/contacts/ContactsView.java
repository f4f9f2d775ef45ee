package dev.chatcall.desktop.ui.contacts;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.form.SearchField;
import dev.chatcall.desktop.ui.form.SkeletonRows;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.Entry;
import dev.chatcall.desktop.ui.people.EntryRows;
import dev.chatcall.desktop.ui.people.ListHeader;
import dev.chatcall.desktop.ui.people.Now;
import dev.chatcall.desktop.ui.people.PeopleSearch;
import dev.chatcall.desktop.ui.people.RowList;
import dev.chatcall.protocol.account.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Requests both ways, one's contacts, and everybody else as one types. */
public final class ContactsView extends VBox {
    private static final int SKELETONS = 7;
    private static final int FOUND_SKELETONS = 3;

    private final Screens screens;
    private final ClientState state;
    private final ContactEntries entries;
    private final PeopleSearch people;
    private final SearchField search;
    private final RowList<Entry> list;
    private final StackPane body = new StackPane();

    public ContactsView(Screens screens) {
        this.screens = screens;
        state = screens.client().state();
        entries = new ContactEntries(screens.texts());
        people = new PeopleSearch(screens.client().contacts(), screens.fx());
        Watching watching = new Watching(this);
        EntryRows rows = new EntryRows(screens, new Now(screens, watching), () -> {});
        search = new SearchField(screens.t("contacts.find"), screens.texts());
        list = new RowList<>(screens.t("contacts.title"), Entry::key, rows::row, rows::open);
        getStyleClass().add("list-pane");
        setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(new ListHeader(screens.t("contacts.title")).with(search), body);
        watching.watch(state.account(), changed -> render());
        watching.watch(people.result(), changed -> render());
        search.text().addListener((observable, before, query) -> {
            people.ask(query);
            render();
        });
        search.input().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
                event.consume();
                list.requestFocus();
            }
        });
    }

    /** Puts the cursor into the search. */
    public void focusSearch() {
        search.input().requestFocus();
        search.input().selectAll();
    }

    private void render() {
        Optional<Account> account = state.account().get();
        String query = search.text().get().strip();
        PeopleSearch.Result result = people.result().get();
        list.show(query.isEmpty() ? entries.own(account) : entries.found(query, account, result.people()));
        if (!list.getItems().isEmpty()) {
            show(list);
        } else if (account.isEmpty()) {
            show(new SkeletonRows(SKELETONS, screens.t("state.loading")));
        } else {
            show(query.isEmpty() ? nobodyYet() : nothingFound(query, result));
        }
    }

    private Node nobodyYet() {
        return new EmptyState(Icon.ADD_PERSON, screens.t("contacts.empty"), screens.t("contacts.emptyText"));
    }

    private Node nothingFound(String query, PeopleSearch.Result result) {
        return switch (result) {
            case PeopleSearch.Result.Idle _, PeopleSearch.Result.Searching _ ->
                new SkeletonRows(FOUND_SKELETONS, screens.t("state.loading"));
            case PeopleSearch.Result.Failed(var failure) ->
                new EmptyState(null, screens.texts().error(failure), null);
            case PeopleSearch.Result.Found _ ->
                new EmptyState(
                        Icon.SEARCH,
                        screens.texts().t("contacts.findNothing", Map.of("query", query)),
                        screens.t("list.nothingText"));
        };
    }

    private void show(Node shown) {
        if (!List.of(shown).equals(body.getChildren())) {
            body.getChildren().setAll(shown);
        }
    }
}
