package dev.chatcall.desktop.ui.conversation.composer;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.conversation.message.Names;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** Who is typing. The line is always there, so that nothing moves when it fills. */
final class TypingLine extends Label {
    private final Screens screens;
    private final Names names;
    private List<UUID> typing = List.of();

    TypingLine(Screens screens, UUID conversationId) {
        this.screens = screens;
        getStyleClass().add("typing-line");
        setAccessibleRole(AccessibleRole.TEXT);
        setMaxWidth(Double.MAX_VALUE);
        Watching watching = new Watching(this);
        names = new Names(screens.client().state(), watching, this::draw);
        watching.watch(screens.client().state().typing(conversationId), who -> {
            typing = who;
            draw();
        });
    }

    private void draw() {
        setText(
                switch (typing.size()) {
                    case 0 -> "";
                    case 1 -> screens.texts().t("composer.typing.one", Map.of("name", name(0)));
                    case 2 -> screens.texts().t("composer.typing.two", Map.of("first", name(0), "second", name(1)));
                    default -> screens.texts().t("composer.typing.many", Map.of("count", typing.size()));
                });
    }

    private String name(int at) {
        String name = names.nameOf(typing.get(at));
        return name == null ? screens.t("system.someone") : name;
    }
}
