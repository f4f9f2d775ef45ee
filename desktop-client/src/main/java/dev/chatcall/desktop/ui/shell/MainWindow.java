package dev.chatcall.desktop.ui.shell;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.ui.theme.Theme;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The window: where it stands, what it is called, how large everything in it is. Used on the JavaFX thread. */
public final class MainWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 760;
    private static final double LEAST_WIDTH = 360;
    private static final double LEAST_HEIGHT = 420;
    /** Whoever drags it puts it in many places, and means the last one. */
    private static final Duration SETTLED = Duration.seconds(1);

    private final Stage stage;
    private final Consumer<WindowPlace> keep;
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final StackPane root = new StackPane();
    private final ZoomPane zoom = new ZoomPane(root);
    private final BooleanBinding inFront;
    private double x;
    private double y;
    private double width;
    private double height;

    /**
     * @param before where it was
     * @param keep takes where it is now, soon after that changed: nobody asks a program that the system ends
     */
    public MainWindow(Stage stage, Theme theme, @Nullable WindowPlace before, Consumer<WindowPlace> keep) {
        this.stage = stage;
        this.keep = keep;
        inFront = stage.focusedProperty().and(stage.showingProperty());
        Scene scene = new Scene(zoom, WIDTH, HEIGHT, theme.darkProperty().get() ? Color.BLACK : Color.WHITE);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle("ChatCall");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.getIcons()
                .add(new Image(Objects.requireNonNull(
                        MainWindow.class.getResourceAsStream("/dev/chatcall/desktop/ui/attention/icon-192.png"))));
        place(before);
        settled.setOnFinished(event -> keepPlace());
        List.of(
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty())
                .forEach(side -> side.addListener(observable -> moved()));
    }

    public void show() {
        stage.show();
    }

    public boolean isShowing() {
        return stage.isShowing();
    }

    /** Brings it to the front, also out of the tray. */
    public void raise() {
        if (!stage.isShowing()) {
            stage.show();
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Shows this as all there is. */
    public void content(Region content, boolean rightToLeft) {
        root.setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        root.getChildren().setAll(content);
    }

    public void title(String title) {
        stage.setTitle(title);
    }

    public void prefer(DevicePreferences preferences) {
        zoom.zoom(preferences.zoom());
    }

    /** Whether it has the keyboard; not while it is in the tray, whatever the system said last. */
    public ObservableValue<Boolean> inFront() {
        return inFront;
    }

    /** What happens when somebody closes it. */
    public void onClose(Runnable close) {
        stage.setOnCloseRequest(event -> {
            event.consume();
            close.run();
        });
    }

    public void hide() {
        stage.hide();
    }

    /** Keeps where it is now. */
    public void keepPlace() {
        settled.stop();
        keep.accept(new WindowPlace(x, y, width, height, stage.isMaximized()));
    }

    private void place(@Nullable WindowPlace before) {
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        if (before == null || !before.fits(screens)) {
            remember();
            return;
        }
        stage.setX(before.x());
        stage.setY(before.y());
        stage.setWidth(before.width());
        stage.setHeight(before.height());
        remember();
        stage.setMaximized(before.maximised());
    }

    private void moved() {
        remember();
        settled.playFromStart();
    }

    /** What it is while it is neither maximised nor put away, to which it goes back. */
    private void remember() {
        if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            x = stage.getX();
            y = stage.getY();
            width = stage.getWidth();
            height = stage.getHeight();
        }
    }
}
