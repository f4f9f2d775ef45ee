package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The quiet line that says when there is no connection. */
final class ConnectionLine extends Label {
    /** A short break is nobody's business. */
    private static final Duration PATIENCE = Duration.millis(1_500);

    private final Screens screens;
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    ConnectionLine(Screens screens) {
        this.screens = screens;
        getStyleClass().add("connection-line");
        setAccessibleRole(AccessibleRole.TEXT);
        setGraphic(Icon.OFFLINE.at(14));
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
        say(null);
        new Watching(this).watch(screens.client().state().connection(), this::show);
    }

    private void show(ConnectionState connection) {
        switch (connection) {
            case ConnectionState.Unsupported() -> {
                patience.stop();
                say(screens.t("desktop.outdated"));
            }
            case ConnectionState.Waiting(long retryAt) -> later();
            case ConnectionState.Connecting() -> later();
            case ConnectionState.Idle(), ConnectionState.Syncing(), ConnectionState.Live() -> {
                patience.stop();
                say(null);
            }
        }
    }

    private void later() {
        if (!isVisible() && patience.getStatus() != PauseTransition.Status.RUNNING) {
            patience.setOnFinished(event -> say(screens.t("connection.reconnecting")));
            patience.playFromStart();
        }
    }

    private void say(@Nullable String text) {
        setText(text == null ? "" : text);
        setVisible(text != null);
        setManaged(text != null);
    }
}
