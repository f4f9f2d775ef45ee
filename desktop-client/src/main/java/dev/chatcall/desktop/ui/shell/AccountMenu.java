package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.account.KnownAccount;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.widget.Avatar;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The accounts of this device, to go to one of them or to add one. */
final class AccountMenu {
    private static final double FACE = 20;
    private static final double ICON = 16;

    private AccountMenu() {}

    static void show(Node at, Texts texts, List<KnownAccount> accounts, Consumer<KnownAccount> open, Runnable add) {
        ContextMenu menu = new ContextMenu();
        for (KnownAccount account : accounts) {
            menu.getItems().add(item(texts, account, open));
        }
        if (!accounts.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        MenuItem another = new MenuItem(texts.t("desktop.accounts.add"), Icon.ADD.at(ICON));
        another.setOnAction(event -> add.run());
        menu.getItems().add(another);
        boolean mirrored = at.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        menu.show(at, mirrored ? Side.LEFT : Side.RIGHT, 0, 0);
    }

    private static MenuItem item(Texts texts, KnownAccount account, Consumer<KnownAccount> open) {
        URI server = URI.create(account.server());
        String host = server.getPort() < 0 ? server.getHost() : server.getHost() + ":" + server.getPort();
        Avatar face = new Avatar(FACE);
        face.show(account.name(), account.accountId(), null);
        MenuItem item =
                new MenuItem(texts.t("desktop.accounts.on", Map.of("name", account.name(), "server", host)), face);
        item.setOnAction(event -> open.accept(account));
        return item;
    }
}
