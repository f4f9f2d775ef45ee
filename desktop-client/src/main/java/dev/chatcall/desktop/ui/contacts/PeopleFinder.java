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
import dev.chatcall.desktop.ui.people.Now;
import dev.chatcall.desktop.ui.people.PeopleSearch;
import dev.chatcall.desktop.ui.people.RowList;
import dev.chatcall.protocol.account.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** A search and the people below it: one's own, and everybody else of the server as one types. */
public final class PeopleFinder {
    private static final int SKELETONS = 7;
    private static final int FOUND_SKELETONS = 3;

    private final Screens screens;
    private final ClientState state;
    private final Content content;
    private final ContactEntries entries;
    private final PeopleSearch people;
    private final SearchField search;
    private final RowList<Entry> list;
    private final StackPane body = new StackPane();

    /**
     * What it shows.
     *
     * @param searchLabel what the search is for
     * @param listLabel what a screen reader calls the list
     * @param own whom it lists before anything is typed
     * @param nobody stands there where that is nobody
     */
    public record Content(
            String searchLabel,
            String listLabel,
            BiFunction<ContactEntries, Optional<Account>, List<Entry>> own,
            Supplier<Node> nobody) {}

    /** @param onOpened runs when a conversation was opened */
    public PeopleFinder(Screens screens, Watching watching, Content content, Runnable onOpened) {
        this.screens = screens;
        this.content = content;
        state = screens.client().state();
        entries = new ContactEntries(screens.texts());
        people = new PeopleSearch(screens.client().contacts(), screens.fx());
        search = new SearchField(content.searchLabel(), screens.texts());
        EntryRows rows = new EntryRows(screens, new Now(screens, watching), onOpened);
        list = new RowList<>(content.listLabel(), Entry::key, rows::row, rows::open);
        body.setMinHeight(0);
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

    public SearchField search() {
        return search;
    }

    /** The people, or what stands there where there are none. */
    public StackPane body() {
        return body;
    }

    private void render() {
        Optional<Account> account = state.account().get();
        String query = search.text().get().strip();
        PeopleSearch.Result result = people.result().get();
        list.show(
                query.isEmpty()
                        ? content.own().apply(entries, account)
                        : entries.found(query, account, result.people()));
        if (!list.getItems().isEmpty()) {
            show(list);
        } else if (account.isEmpty()) {
            show(new SkeletonRows(SKELETONS, screens.t("state.loading")));
        } else {
            show(query.isEmpty() ? content.nobody().get() : nothingFound(query, result));
        }
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
