package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.server.ReleaseOrder;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.account.ServerInfo;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The quiet line that says that the server is of a newer version than this program. Nothing is fetched: whoever installed
 * it knows where it came from. Once closed it stays so until the program starts again, or the server becomes newer still.
 */
final class NewerLine extends HBox {
    private static final double CLOSE = 14;

    private final Screens screens;
    private final String own;
    private final Label text = new Label();
    /** What was said of last. */
    private String said = "";

    /** @param own the version of this program */
    NewerLine(Screens screens, String own) {
        this.screens = screens;
        this.own = own;
        getStyleClass().add("newer-line");
        setAlignment(Pos.CENTER_LEFT);
        text.setAccessibleRole(AccessibleRole.TEXT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        setHgrow(text, Priority.ALWAYS);
        Button close = PushButton.ofIcon(Icon.CLOSE, CLOSE, screens.t("action.close"), () -> shown(false));
        getChildren().addAll(text, close);
        shown(false);
        new Watching(this).watch(screens.client().state().connection(), this::connected);
    }

    /** Whenever it is back the server may be another than before. */
    private void connected(ConnectionState connection) {
        if (connection instanceof ConnectionState.Live) {
            screens.client().session().serverInfo().whenCompleteAsync((info, failure) -> answered(info), screens.fx());
        }
    }

    /** @param info null: it could not be asked, and there is a next time */
    private void answered(@Nullable ServerInfo info) {
        if (info == null || said.equals(info.version()) || !ReleaseOrder.isLater(info.version(), own)) {
            return;
        }
        said = info.version();
        text.setText(screens.texts().t("desktop.newer", Map.of("server", said, "own", own)));
        shown(true);
    }

    private void shown(boolean now) {
        setVisible(now);
        setManaged(now);
    }
}
