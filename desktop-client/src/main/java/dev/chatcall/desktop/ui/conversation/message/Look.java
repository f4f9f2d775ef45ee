package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.HashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** Small things that all views of a conversation make alike. */
public final class Look {
    private static final Map<String, PseudoClass> CLASSES = new HashMap<>();

    private Look() {}

    /** Says in the style sheet's terms how something is; on the JavaFX thread. */
    public static void state(Node node, String name, boolean on) {
        node.pseudoClassStateChanged(CLASSES.computeIfAbsent(name, PseudoClass::getPseudoClass), on);
    }

    /** A button that is a picture; its name is read out and shown as a tooltip. */
    public static PushButton iconButton(String name, Icon icon, double size) {
        return PushButton.ofIcon(icon, size, name, () -> {});
    }

    /** Shows a node, or lets it take no room. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
