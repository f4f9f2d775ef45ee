package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.ui.CallStage.Shape;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.video.FrameCounts;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;

/** The call in a small window above those of all programs, whatever happens to the large one. */
final class FloatingCall implements AutoCloseable {
    private static final double FROM_EDGE = 24;

    private final Screens screens;
    private final MiniCall call;
    private final Stage window = new Stage(StageStyle.UTILITY);

    /** @param like the scene whose looks it has */
    FloatingCall(Screens screens, FrameCounts counts, Scene like) {
        this.screens = screens;
        call = new MiniCall(screens, counts);
        StackPane root = new StackPane(call);
        root.getStyleClass().add("floating-call");
        root.setNodeOrientation(
                screens.texts().rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        Scene scene = new Scene(root);
        Bindings.bindContent(scene.getStylesheets(), like.getStylesheets());
        window.setScene(scene);
        window.setAlwaysOnTop(true);
        window.setResizable(false);
        window.setOnCloseRequest(event -> {
            event.consume();
            screens.stage().land();
        });
        Watching watching = new Watching(call);
        watching.watch(screens.client().calls().current(), this::show);
        watching.watch(screens.stage().state(), state -> {
            if (state.shape() == Shape.FULL) {
                raise(like.getWindow());
            }
        });
    }

    /** Shows it in the corner of the screen where the reading ends. */
    void open() {
        window.show();
        Rectangle2D free = Screen.getPrimary().getVisualBounds();
        window.setX(free.getMaxX() - window.getWidth() - FROM_EDGE);
        window.setY(free.getMaxY() - window.getHeight() - FROM_EDGE);
    }

    private void show(Optional<CurrentCall> current) {
        if (current.isEmpty()) {
            // Also while the large window is away and sees nothing of it.
            screens.stage().land();
            window.hide();
            return;
        }
        CallFace face = CallFace.of(screens, current.get().call());
        window.setTitle(screens.texts().t("call.with", Map.of("name", face.name())));
        call.show(current.get());
    }

    /** The call in full is in the large window, which may be away. */
    private static void raise(Window large) {
        if (large instanceof Stage stage) {
            stage.show();
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        }
    }

    @Override
    public void close() {
        window.hide();
    }
}
