package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.Devices;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.layout.Arrangement;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What one rarely wants in a call. */
final class CallMenu {
    private final Screens screens;
    private final Choices choices;

    /** What the pane does for the menu. */
    interface Choices {
        Arrangement arrangement();

        void arrange(Arrangement next);

        boolean fullScreen();

        void setFullScreen(boolean full);

        void showPeople();

        void showDevices();

        void showQuality();
    }

    CallMenu(Screens screens, Choices choices) {
        this.screens = screens;
        this.choices = choices;
    }

    /** @param narrow what the bar has no room for is here instead */
    ContextMenu open(Node anchor, CurrentCall current, boolean narrow) {
        ContextMenu menu = new ContextMenu();
        menu.getStyleClass().add("call-dark");
        Optional<ConversationView> conversation = screens.client()
                .state()
                .conversation(current.call().conversationId())
                .get();
        if (narrow) {
            addNarrow(menu, current);
        }
        if (CallPaneModel.mayAdd(conversation, current.phase())) {
            add(menu, "call.add", Icon.ADD_PERSON, choices::showPeople);
        }
        add(menu, "call.devices", Icon.SETTINGS, choices::showDevices);
        if (current.tiles().size() > 1) {
            addArrangement(menu);
        }
        boolean full = choices.fullScreen();
        add(
                menu,
                full ? "call.fullScreenOff" : "call.fullScreen",
                Icon.FULL_SCREEN,
                () -> choices.setFullScreen(!full));
        add(menu, "call.float", Icon.FLOATING, screens.stage()::setFloating);
        add(menu, "call.statistics", Icon.STATISTICS, choices::showQuality);
        if (CallPaneModel.mayEnd(conversation)) {
            add(menu, "call.endForAll", Icon.END, this::askToEnd)
                    .getStyleClass()
                    .add("danger-item");
        }
        menu.show(anchor, Side.TOP, 0, -8);
        return menu;
    }

    private void addNarrow(ContextMenu menu, CurrentCall current) {
        CallActions calls = screens.client().calls();
        Devices devices = calls.devices().get();
        boolean screen = current.self().screen();
        if (devices.canShareScreen()) {
            add(
                    menu,
                    screen ? "call.screenOff" : "call.screenOn",
                    Icon.SCREEN,
                    () -> Attempt.run(screens, calls.setScreen(!screen)));
        }
        boolean hand = current.self().hand();
        add(menu, hand ? "call.handDown" : "call.hand", Icon.HAND, () -> calls.setHand(!hand));
    }

    private void addArrangement(ContextMenu menu) {
        if (choices.arrangement() == Arrangement.GRID) {
            add(menu, "call.speakerView", Icon.SPEAKER_VIEW, () -> choices.arrange(Arrangement.SPEAKER));
        } else {
            add(menu, "call.gridView", Icon.GRID, () -> choices.arrange(Arrangement.GRID));
        }
    }

    private void askToEnd() {
        screens.dialogs()
                .ask(
                        screens.t("call.endForAllTitle"),
                        screens.t("call.endForAllText"),
                        screens.t("call.endForAll"),
                        true,
                        () -> screens.client().calls().endForAll());
    }

    private MenuItem add(ContextMenu menu, String key, Icon icon, Runnable act) {
        MenuItem item = new MenuItem(screens.t(key), icon.at(16));
        item.setOnAction(event -> act.run());
        menu.getItems().add(item);
        return item;
    }
}
