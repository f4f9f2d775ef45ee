package dev.chatcall.desktop.ui.newchat;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.contacts.ContactEntries;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.form.SearchField;
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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Write to a contact, find somebody new, or start a group. */
public final class NewChatDialog extends VBox {
    private static final int WIDTH_PX = 440;
    private static final int HEIGHT_PX = 480;
    private static final int ICON_PX = 20;

    private final Screens screens;
    private final ClientState state;
    private final ContactEntries entries;
    private final PeopleSearch people;
    private final SearchField search;
    private final Button newGroup;
    private final RowList<Entry> list;
    private final StackPane body = new StackPane();

    public NewChatDialog(Screens screens) {
        this.screens = screens;
        state = screens.client().state();
        entries = new ContactEntries(screens.texts());
        people = new PeopleSearch(screens.client().contacts(), screens.fx());
        search = new SearchField(screens.t("newChat.search"), screens.texts());
        Watching watching = new Watching(this);
        EntryRows rows = new EntryRows(screens, new Now(screens, watching), screens.dialogs()::close);
        list = new RowList<>(screens.t("newChat.title"), Entry::key, rows::row, rows::open);
        newGroup = newGroupButton();
        getStyleClass().addAll("form", "new-chat");
        setPrefSize(WIDTH_PX, HEIGHT_PX);
        setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(search, newGroup, body);
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

    /** Opens it over the window. */
    public static void show(Screens screens) {
        NewChatDialog dialog = new NewChatDialog(screens);
        screens.dialogs().show(dialog, screens.t("newChat.title"));
        dialog.search.input().requestFocus();
    }

    private Button newGroupButton() {
        StackPane disc = new StackPane(Icon.GROUP.at(ICON_PX));
        disc.getStyleClass().add("new-group-disc");
        Button button = new Button(screens.t("newChat.group"), disc);
        button.getStyleClass().add("new-group");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> NewGroupDialog.show(screens));
        return button;
    }

    private void render() {
        Optional<Account> account = state.account().get();
        String query = search.text().get().strip();
        PeopleSearch.Result result = people.result().get();
        newGroup.setVisible(query.isEmpty());
        newGroup.setManaged(query.isEmpty());
        list.show(entries.found(query, account, result.people()));
        Node shown = list.getItems().isEmpty() ? nobody(query, result) : list;
        if (!List.of(shown).equals(body.getChildren())) {
            body.getChildren().setAll(shown);
        }
    }

    private Node nobody(String query, PeopleSearch.Result result) {
        return switch (result) {
            case PeopleSearch.Result.Failed(var failure) ->
                new EmptyState(null, screens.texts().error(failure), null);
            case PeopleSearch.Result.Found _ ->
                new EmptyState(
                        null,
                        screens.texts().t("contacts.findNothing", Map.of("query", query)),
                        screens.t("list.nothingText"));
            case PeopleSearch.Result.Idle _ ->
                new EmptyState(Icon.ADD_PERSON, screens.t("contacts.findHint"), screens.t("contacts.findText"));
            case PeopleSearch.Result.Searching _ -> new StackPane();
        };
    }
}
