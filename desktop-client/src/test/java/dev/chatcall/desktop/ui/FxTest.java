package dev.chatcall.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.font.freetype.RepairedFactory;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.text.Language;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.emoji.Emojis;
import dev.chatcall.desktop.ui.fx.FxThread;
import dev.chatcall.desktop.ui.shell.AvatarPictures;
import dev.chatcall.desktop.ui.shell.Navigator;
import dev.chatcall.desktop.ui.theme.Theme;
import dev.chatcall.desktop.ui.widget.DialogLayer;
import dev.chatcall.desktop.ui.widget.ToastLayer;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A window on the headless platform, with the theme and a client in memory. {@link #show} puts a screen into it; the robot
 * then clicks and types like a person. {@link #screenshot} keeps what it looks like in {@code target/screens}.
 */
@Tag("window")
public abstract class FxTest extends FxRobot {
    private static final long PATIENCE_MS = 10_000;
    /** Whoever looks without a pause leaves the window no time to come to be so. */
    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(4);

    /** One for all windows of this JVM: it reads megabytes of fonts. */
    private static Theme theme;

    protected final FakeClient client = new FakeClient();
    protected final Navigator navigation = new Navigator();
    protected Texts texts = Texts.of(Language.EN);
    protected Clock clock = Clock.fixed(Instant.ofEpochMilli(Samples.NOON), ZoneOffset.UTC);
    protected DevicePreferences.Theme look = DevicePreferences.Theme.LIGHT;
    protected double width = 960;
    protected double height = 640;
    protected Stage stage;
    protected DialogLayer dialogs;
    protected ToastLayer toasts;

    @BeforeAll
    static void beginToolkit() throws TimeoutException, ReflectiveOperationException {
        if (!isToolkitRunning()) {
            RepairedFactory.install();
        }
        FxToolkit.registerPrimaryStage();
        // The fonts before the first text: JavaFX finds out once which ones there are for letters that one lacks.
        if (theme == null) {
            theme = onFx(Theme::new);
        }
    }

    private static boolean isToolkitRunning() {
        try {
            Platform.runLater(() -> {});
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    @AfterEach
    void closeWindow() {
        if (stage != null) {
            onFx(() -> {
                theme.forget(stage.getScene());
                // What floats (menus, tooltips) fails later where its window has lost its scene.
                List.copyOf(Window.getWindows()).stream()
                        .filter(window -> window != stage)
                        .forEach(Window::hide);
                stage.close();
                stage.setScene(null);
                return null;
            });
        }
    }

    /** Shows a screen alone in the window, with the layers of dialogs and toasts over it. */
    protected <T extends Parent> T show(Function<Screens, T> make) {
        return onFx(() -> {
            dialogs = new DialogLayer(texts);
            toasts = new ToastLayer(texts);
            FxThread fx = FxThread.platform();
            Screens screens = new Screens(
                    client,
                    texts,
                    navigation,
                    new AvatarPictures(client.account(), Runnable::run, fx),
                    toasts,
                    dialogs,
                    fx,
                    clock,
                    new Emojis(),
                    new CallStage());
            T screen = make.apply(screens);
            showRoot(new StackPane(screen, toasts, dialogs));
            return screen;
        });
    }

    /** Shows this as the whole window; on the JavaFX thread. */
    protected void showRoot(Parent root) {
        Scene scene = new Scene(root, width, height);
        root.setNodeOrientation(texts.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        theme.choose(look);
        theme.dress(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /** Runs it on the JavaFX thread and waits for what it returns. */
    protected static <T> T onFx(Callable<T> task) {
        if (Platform.isFxApplicationThread()) {
            try {
                return task.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(task.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Error error ? error : new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until it is so; read on the JavaFX thread. */
    protected static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (!onFx(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("it did not come to be so").isLessThan(end);
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
    }

    /** Lets everything that waits for the JavaFX thread run. */
    protected static void settle() {
        for (int turn = 0; turn < 3; turn++) {
            onFx(() -> null);
        }
    }

    /**
     * Types into the window, which hands on what belongs to something that has popped up over it; all letters at once,
     * where the robot waits after each. What was never drawn takes no letters yet, so it waits for that.
     */
    @Override
    public FxRobot write(String text) {
        Scene scene = onFx(stage::getScene);
        until(() -> !(scene.getFocusOwner() instanceof Control field) || field.getSkin() != null);
        for (char letter : text.toCharArray()) {
            robotContext().getBaseRobot().typeKeyboard(scene, keyOf(letter), String.valueOf(letter));
        }
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    private static KeyCode keyOf(char letter) {
        if (letter == ' ') {
            return KeyCode.SPACE;
        }
        KeyCode code = KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter)));
        return code == null ? KeyCode.UNDEFINED : code;
    }

    /** What is named so for screen readers, or else what says it. */
    protected <T extends Node> T named(String name, Class<T> type) {
        return onFx(() -> stage.getScene().getRoot().lookupAll("*").stream()
                .filter(type::isInstance)
                .filter(node -> name.equals(node.getAccessibleText())
                        || node instanceof javafx.scene.control.Labeled labeled && name.equals(labeled.getText()))
                .filter(Node::isVisible)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is called \"" + name + "\"")));
    }

    /** Whether a text is to be read somewhere in the window. */
    protected boolean says(String text) {
        return onFx(() -> saysIn(stage.getScene().getRoot(), text));
    }

    private static boolean saysIn(Node node, String text) {
        if (!node.isVisible()) {
            return false;
        }
        String own = node instanceof javafx.scene.control.Labeled labeled
                ? labeled.getText()
                : node instanceof javafx.scene.text.Text letters ? letters.getText() : null;
        if (own != null && own.contains(text)) {
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(child -> saysIn(child, text));
    }

    /** Keeps what the window looks like as {@code target/screens/NAME.png}. */
    protected void screenshot(String name) {
        settle();
        save(picture(onFx(() -> stage.getScene().snapshot(null))), name);
    }

    /** Keeps a picture as {@code target/screens/NAME.png}. */
    protected static void save(BufferedImage picture, String name) {
        File file = new File("target/screens/" + name + ".png");
        file.getParentFile().mkdirs();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was drawn, as other programs can keep it. */
    protected static BufferedImage picture(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }
}
