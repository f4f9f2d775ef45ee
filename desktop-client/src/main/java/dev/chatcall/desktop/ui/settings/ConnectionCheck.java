package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.check.Check;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Finds out whether calls will work from here, and says what to do where they will not. */
final class ConnectionCheck extends VBox {
    private final Screens screens;
    private final VBox lines = new VBox();
    private final PushButton again;
    private final Label result = Words.of("", "words-explanation");
    private final Map<Check.Name, CheckLine> shown = new EnumMap<>(Check.Name.class);
    private int run;

    ConnectionCheck(Screens screens) {
        this.screens = screens;
        again = new PushButton(Look.PRIMARY, screens.t("connectivity.again"), Icon.RETRY, this::begin);
        result.setAccessibleRole(AccessibleRole.TEXT);
        Words.wrap(result);
        HBox end = new HBox(12, again, result);
        end.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Words.explanation(screens.t("connectivity.text")), lines, end);
        begin();
    }

    private void begin() {
        int mine = ++run;
        shown.clear();
        lines.getChildren().clear();
        result.setText("");
        again.setBusy(true);
        screens.client()
                .checks()
                .run(check -> screens.fx().execute(() -> {
                    if (mine == run) {
                        show(check);
                    }
                }))
                .whenCompleteAsync((done, failure) -> ended(mine), screens.fx());
    }

    private void show(Check check) {
        CheckLine line = shown.get(check.name());
        if (line == null) {
            line = new CheckLine(screens);
            shown.put(check.name(), line);
            lines.getChildren().add(line);
        }
        line.show(check);
    }

    private void ended(int mine) {
        if (mine == run) {
            again.setBusy(false);
            long failed = shown.values().stream().filter(CheckLine::failed).count();
            result.setText(screens.texts().t("connectivity.result", Map.of("count", failed)));
        }
    }
}
