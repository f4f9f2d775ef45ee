package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.call.Call;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Who rings, above everything in the window. Takes no press while nobody does. */
public final class RingLayer extends StackPane {
    private final Screens screens;
    private @Nullable IncomingCard card;

    public RingLayer(Screens screens) {
        this.screens = screens;
        setPickOnBounds(false);
        new Watching(this).watch(screens.client().calls().incoming(), this::show);
    }

    private void show(List<Call> incoming) {
        Call first = incoming.isEmpty() ? null : incoming.getFirst();
        IncomingCard before = card;
        if (before != null && (first == null || !before.rings(first))) {
            getChildren().remove(before);
            card = null;
        }
        if (first != null && card == null) {
            card = new IncomingCard(screens, first);
            getChildren().add(card);
        }
    }
}
