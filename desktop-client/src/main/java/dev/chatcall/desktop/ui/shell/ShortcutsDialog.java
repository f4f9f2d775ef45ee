package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Words;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The keys that work. */
final class ShortcutsDialog extends VBox {
    private static final double WIDTH = 400;

    private final Screens screens;

    private record Shortcut(String text, List<String> keys) {}

    private ShortcutsDialog(Screens screens) {
        this.screens = screens;
        setPrefWidth(WIDTH);
        getStyleClass().add("shortcuts");
        boolean enterSends = screens.client().state().preferences().get().enterSends();
        getChildren()
                .addAll(
                        group(
                                "shortcuts.general",
                                of("shortcuts.search", Shortcuts.MODIFIER, "K"),
                                of("shortcuts.newChat", "Alt", "N"),
                                of("nav.newGroup", "Alt", "G"),
                                of("shortcuts.previous", "Alt", "↑"),
                                of("shortcuts.next", "Alt", "↓"),
                                of("shortcuts.details", "Alt", "I"),
                                of("shortcuts.settings", Shortcuts.MODIFIER, ","),
                                of("shortcuts.composer", "R"),
                                of("shortcuts.close", "Esc"),
                                of("shortcuts.help", "?")),
                        group(
                                "shortcuts.message",
                                enterSends
                                        ? of("shortcuts.send", "Enter")
                                        : of("shortcuts.send", Shortcuts.MODIFIER, "Enter"),
                                enterSends
                                        ? of("shortcuts.newline", "Shift", "Enter")
                                        : of("shortcuts.newline", "Enter")),
                        group(
                                "shortcuts.call",
                                of("shortcuts.call.microphone", "M"),
                                of("shortcuts.call.camera", "V"),
                                of("shortcuts.call.talk", "Space"),
                                of("shortcuts.call.minimise", "Esc")),
                        group(
                                "shortcuts.formatting",
                                of("shortcuts.format.bold", "**…**"),
                                of("shortcuts.format.italic", "*…*"),
                                of("shortcuts.format.code", "`…`"),
                                of("shortcuts.format.block", "```…```"),
                                of("shortcuts.format.quote", "> …"),
                                of("shortcuts.format.list", "- …")));
    }

    static void show(Screens screens) {
        screens.dialogs().show(new ShortcutsDialog(screens), screens.t("shortcuts.title"));
    }

    private static Shortcut of(String text, String... keys) {
        return new Shortcut(text, List.of(keys));
    }

    private Node group(String title, Shortcut... shortcuts) {
        Label heading = new Label(screens.t(title));
        heading.getStyleClass().addAll("secondary", "strong", "muted");
        VBox group = new VBox(heading);
        group.getStyleClass().add("shortcuts-group");
        for (Shortcut shortcut : shortcuts) {
            group.getChildren().add(row(shortcut));
        }
        return group;
    }

    private Node row(Shortcut shortcut) {
        Label text = Words.of(screens.t(shortcut.text()), "secondary");
        Words.wrap(text);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox keys = new HBox(4);
        keys.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        keys.setAlignment(Pos.CENTER_RIGHT);
        keys.setMinWidth(USE_PREF_SIZE);
        for (String key : shortcut.keys()) {
            Label label = new Label(key);
            label.getStyleClass().add("key");
            label.setMinWidth(USE_PREF_SIZE);
            keys.getChildren().add(label);
        }
        HBox row = new HBox(16, text, keys);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("shortcut-row");
        return row;
    }
}
