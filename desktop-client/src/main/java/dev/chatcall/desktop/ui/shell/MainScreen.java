package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.Version;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.EmptyState;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.shell.Panes.Searchable;
import dev.chatcall.desktop.ui.shell.Panes.Writable;
import java.util.Map;
import java.util.UUID;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything for somebody signed in: the rail, the list, what is open, its details. */
public final class MainScreen extends StackPane implements Shortcuts.Targets {
    private final Screens screens;
    private final Panes panes;
    private final NavRail rail;
    private final StackPane list = new StackPane();
    private final StackPane content = new StackPane();
    private final StackPane details = new StackPane();
    private final PaneLayout layout;
    private final Region call;
    private @Nullable Searchable chats;
    private @Nullable Writable conversation;
    private @Nullable UUID openId;
    private @Nullable UUID detailsId;
    private @Nullable Place contentOf;
    private Place shown = new Place.Chats();

    public MainScreen(Screens screens, Panes panes, AccountSwitch accounts) {
        this.screens = screens;
        this.panes = panes;
        getStyleClass().add("main-screen");
        rail = new NavRail(screens, () -> ShortcutsDialog.show(screens), accounts);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(0);
        VBox listPane = new VBox(new ConnectionLine(screens), new NewerLine(screens, Version.current()), list);
        listPane.getStyleClass().add("shell-list");
        content.getStyleClass().add("shell-content");
        details.getStyleClass().add("shell-details");
        layout = new PaneLayout(rail, listPane, content, details);
        call = panes.call(screens, content);
        getChildren().addAll(layout, call);
        layout.narrowProperty().addListener((property, before, narrow) -> {
            rail.bar(narrow);
            show(shown);
        });
        ChangeListener<Place> follow = (property, before, place) -> show(place);
        screens.navigation().place().addListener(follow);
        sceneProperty().addListener((property, before, scene) -> {
            if (scene == null) {
                screens.navigation().place().removeListener(follow);
            }
        });
        new Shortcuts(screens, panes, this).on(this);
        setFocusTraversable(false);
        show(screens.navigation().place().getValue());
    }

    @Override
    public void search() {
        Place place = screens.navigation().place().getValue();
        boolean listShown = place instanceof Place.Chats || (place.conversationId() != null && !narrow());
        if (!listShown) {
            screens.navigation().go(new Place.Chats());
        }
        if (chats != null) {
            Platform.runLater(chats.focusSearch());
        }
    }

    @Override
    public void write() {
        if (conversation != null) {
            conversation.write().run();
        }
    }

    @Override
    public void toggleDetails() {
        switch (screens.navigation().place().getValue()) {
            case Place.Details(UUID id) -> screens.navigation().go(new Place.Conversation(id));
            case Place.Conversation(UUID id) -> screens.navigation().go(new Place.Details(id));
            case Place.Chats _, Place.Contacts _, Place.Calls _, Place.Settings _, Place.Check _ -> {}
        }
    }

    @Override
    public boolean blocked() {
        return screens.dialogs().isOpen();
    }

    private boolean narrow() {
        return layout.narrowProperty().get();
    }

    private void show(Place place) {
        boolean sameKind =
                place.getClass() == shown.getClass() && !list.getChildren().isEmpty();
        shown = place;
        showList(place, sameKind);
        showContent(place);
        showDetails(place instanceof Place.Details(UUID id) ? id : null);
        boolean inside = place.conversationId() != null
                || place instanceof Place.Check
                || (place instanceof Place.Settings(String section) && section != null);
        layout.show(inside, place instanceof Place.Details);
    }

    private void showList(Place place, boolean sameKind) {
        switch (place) {
            case Place.Chats _, Place.Conversation _, Place.Details _ -> set(list, chatsPane());
            case Place.Contacts _ -> {
                if (!sameKind) {
                    set(list, panes.contacts(screens));
                }
            }
            case Place.Calls _ -> {
                if (!sameKind) {
                    set(list, panes.calls(screens));
                }
            }
            case Place.Settings(String section) -> set(list, panes.settingsList(screens, section));
            case Place.Check _ -> set(list, panes.settingsList(screens, "calls"));
        }
    }

    /** Stays as it is, with its search and where it was scrolled to. */
    private Region chatsPane() {
        Searchable pane = chats;
        if (pane == null) {
            pane = panes.chats(screens);
            chats = pane;
        }
        return pane.view();
    }

    private void showContent(Place place) {
        UUID id = place.conversationId();
        if (id != null) {
            if (!id.equals(openId)) {
                openId = id;
                contentOf = null;
                conversation = panes.conversation(screens, id, layout.narrowProperty());
                set(content, conversation.view());
            }
            return;
        }
        openId = null;
        conversation = null;
        if (!place.equals(contentOf) || content.getChildren().isEmpty()) {
            set(content, contentAt(place));
        }
        contentOf = place;
    }

    private Region contentAt(Place place) {
        return switch (place) {
            case Place.Settings(String section) -> panes.settingsPage(screens, section, layout.narrowProperty());
            case Place.Check _ -> panes.check(screens, layout.narrowProperty());
            case Place.Chats _, Place.Contacts _, Place.Calls _, Place.Conversation _, Place.Details _ -> nothing();
        };
    }

    private void showDetails(@Nullable UUID id) {
        if (id == null) {
            details.getChildren().clear();
        } else if (!id.equals(detailsId) || details.getChildren().isEmpty()) {
            set(details, panes.details(screens, id));
        }
        detailsId = id;
    }

    private Region nothing() {
        return new EmptyState(
                Icon.CHATS,
                screens.t("conversation.none"),
                screens.texts().t("conversation.noneText", Map.of("keys", Shortcuts.MODIFIER + "+K")));
    }

    private static void set(StackPane host, Region view) {
        if (host.getChildren().size() != 1 || host.getChildren().getFirst() != view) {
            host.getChildren().setAll(view);
        }
    }
}
