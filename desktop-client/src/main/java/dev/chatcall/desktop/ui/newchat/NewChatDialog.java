package dev.chatcall.desktop.ui.newchat;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.contacts.PeopleFinder;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.form.SearchField;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Write to a contact, find somebody new, or start a group. */
public final class NewChatDialog extends VBox {
    private static final int WIDTH_PX = 440;
    private static final int HEIGHT_PX = 480;
    private static final int ICON_PX = 20;

    private final Screens screens;
    private final SearchField search;

    public NewChatDialog(Screens screens) {
        this.screens = screens;
        PeopleFinder.Content content = new PeopleFinder.Content(
                screens.t("newChat.search"),
                screens.t("newChat.title"),
                (entries, account) -> entries.found("", account, List.of()),
                () -> new EmptyState(Icon.ADD_PERSON, screens.t("contacts.findHint"), screens.t("contacts.findText")));
        PeopleFinder people = new PeopleFinder(screens, new Watching(this), content, screens.dialogs()::close);
        search = people.search();
        Button newGroup = newGroupButton();
        newGroup.visibleProperty().bind(search.text().map(String::isBlank));
        newGroup.managedProperty().bind(newGroup.visibleProperty());
        getStyleClass().addAll("form", "new-chat");
        setPrefSize(WIDTH_PX, HEIGHT_PX);
        setVgrow(people.body(), Priority.ALWAYS);
        getChildren().addAll(search, newGroup, people.body());
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
}
