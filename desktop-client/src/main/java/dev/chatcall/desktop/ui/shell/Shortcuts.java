package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The keys that work everywhere. They are listed on "?", see {@link ShortcutsDialog}. */
final class Shortcuts {
    /** What the key is called that goes with most of them. */
    static final String MODIFIER = System.getProperty("os.name", "").startsWith("Mac") ? "⌘" : "Ctrl";

    private final Screens screens;
    private final Panes panes;
    private final Targets targets;

    /** What keys lead to that the main screen has. */
    interface Targets {
        void search();

        void write();

        void toggleDetails();

        /** Something lies over the screen: only its own keys work. */
        boolean blocked();
    }

    Shortcuts(Screens screens, Panes panes, Targets targets) {
        this.screens = screens;
        this.panes = panes;
        this.targets = targets;
    }

    void on(Region screen) {
        screen.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        screen.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        if (targets.blocked()) {
            return;
        }
        Runnable action = actionFor(event);
        if (action != null) {
            event.consume();
            action.run();
        }
    }

    private @Nullable Runnable actionFor(KeyEvent event) {
        if (event.isShortcutDown() && !event.isAltDown()) {
            return switch (event.getCode()) {
                case K -> targets::search;
                case COMMA -> () -> screens.navigation().go(new Place.Settings(null));
                default -> null;
            };
        }
        if (event.isAltDown() && !event.isShortcutDown()) {
            return switch (event.getCode()) {
                case N -> () -> panes.newChat(screens);
                case G -> () -> panes.newGroup(screens);
                case I -> targets::toggleDetails;
                case UP -> () -> step(-1);
                case DOWN -> () -> step(1);
                default -> null;
            };
        }
        return event.getCode() == KeyCode.ESCAPE ? this::leave : null;
    }

    /** Keys without a modifier: not while somebody types. What is typed goes nowhere else, so not into the composer. */
    private void typed(KeyEvent event) {
        if (targets.blocked() || isTyping(event)) {
            return;
        }
        switch (event.getCharacter()) {
            case "?" -> {
                event.consume();
                ShortcutsDialog.show(screens);
            }
            case "r", "R" -> {
                event.consume();
                targets.write();
            }
            default -> {}
        }
    }

    private static boolean isTyping(KeyEvent event) {
        return event.getTarget() instanceof Node node && node instanceof TextInputControl;
    }

    private void step(int by) {
        List<ConversationView> conversations =
                screens.client().state().conversations().get();
        UUID open = screens.navigation().place().getValue().conversationId();
        int at = -1;
        for (int index = 0; index < conversations.size(); index++) {
            if (conversations.get(index).id().equals(open)) {
                at = index;
            }
        }
        int next = at < 0 ? 0 : at + by;
        if (next >= 0 && next < conversations.size()) {
            screens.navigation()
                    .go(new Place.Conversation(conversations.get(next).id()));
        }
    }

    private void leave() {
        switch (screens.navigation().place().getValue()) {
            case Place.Details(UUID id) -> screens.navigation().go(new Place.Conversation(id));
            case Place.Conversation _ -> screens.navigation().go(new Place.Chats());
            case Place.Settings _, Place.Contacts _, Place.Calls _ ->
                screens.navigation().go(new Place.Chats());
            case Place.Check _ -> screens.navigation().go(new Place.Settings("calls"));
            case Place.Chats _ -> {}
        }
    }
}
