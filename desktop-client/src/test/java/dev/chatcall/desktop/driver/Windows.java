package dev.chatcall.desktop.driver;

import dev.chatcall.desktop.ui.call.video.VideoCanvas;
import dev.chatcall.desktop.ui.conversation.list.VirtualList;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** What is on screen, by the names that a screen reader says, and a hand to press it. */
final class Windows {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final Duration SCROLLED_WITHIN = Duration.ofMinutes(10);
    private static final int LOOK_EVERY_MS = 50;

    /** Presses what has that name. */
    Object click(String name) {
        Node node = await(name, found -> !found.isDisabled());
        return onFx(() -> {
            Robot robot = new Robot();
            Bounds at = node.localToScreen(node.getBoundsInLocal());
            robot.mouseMove(at.getCenterX(), at.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
            return name;
        });
    }

    /** Writes a text into the field of that name, in place of what it holds. */
    Object fill(String name, String text) {
        Node node = await(name, found -> found instanceof TextInputControl);
        return onFx(() -> {
            node.requestFocus();
            TextInputControl field = (TextInputControl) node;
            field.selectAll();
            field.replaceSelection(text);
            return name;
        });
    }

    /** Presses a key where the focus is, by its name in {@link KeyCode}. */
    Object press(String key) {
        return onFx(() -> {
            new Robot().keyType(KeyCode.valueOf(key.toUpperCase(Locale.ROOT)));
            return key;
        });
    }

    /** Waits until something of that name or text is on screen. */
    Object see(String name) {
        await(name, found -> true);
        return name;
    }

    Object gone(String name) {
        long until = System.nanoTime() + WITHIN.toNanos();
        while (onFx(() -> find(name, found -> true)).isPresent()) {
            pause(until, () -> "\"" + name + "\" is still there");
        }
        return name;
    }

    List<String> names() {
        return onFx(() -> all().stream()
                .map(Windows::nameOf)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList());
    }

    String title() {
        return onFx(() -> Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(window -> ((Stage) window).getTitle())
                .findFirst()
                .orElse(""));
    }

    /** Draws the first window into a PNG file. */
    Object picture(String file) {
        WritableImage image =
                onFx(() -> Window.getWindows().getFirst().getScene().snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var drawn = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                drawn.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(drawn, "png", new File(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** How many frames each picture of a call has drawn, as its tile says it to a test. */
    List<Object> frames() {
        return onFx(() -> all().stream()
                .map(node -> node.getProperties().get("frames"))
                .filter(Supplier.class::isInstance)
                .map(count -> (Object) ((Supplier<?>) count).get())
                .toList());
    }

    /** Through the conversation on screen, up or down, at so many pixels a frame: how long the frames lasted. */
    Map<String, Object> scroll(boolean up, double pixels) {
        Scrolling scrolling = onFx(() -> {
            VirtualList<?> list = all().stream()
                    .filter(VirtualList.class::isInstance)
                    .map(VirtualList.class::cast)
                    .findFirst()
                    .orElseThrow();
            Scrolling started = new Scrolling(list, up ? -pixels : pixels);
            started.start();
            return started;
        });
        return scrolling
                .done()
                .orTimeout(SCROLLED_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Each video that is drawn: its size, and how many frames were drawn and dropped. */
    List<Map<String, Object>> video() {
        return onFx(() -> all().stream()
                .filter(VideoCanvas.class::isInstance)
                .map(VideoCanvas.class::cast)
                .flatMap(canvas -> canvas.getChildrenUnmodifiable().stream()
                        .filter(node -> node instanceof ImageView view && view.getImage() != null)
                        .map(node -> ((ImageView) node).getImage())
                        .map(image -> Map.<String, Object>of(
                                "width", image.getWidth(),
                                "height", image.getHeight(),
                                "drawn", canvas.count().drawn(),
                                "dropped", canvas.count().dropped())))
                .toList());
    }

    private Node await(String name, Predicate<Node> fits) {
        long until = System.nanoTime() + WITHIN.toNanos();
        while (true) {
            Optional<Node> found = onFx(() -> find(name, fits));
            if (found.isPresent()) {
                return found.get();
            }
            pause(until, () -> "There is no \"" + name + "\" but " + names());
        }
    }

    private static void pause(long until, Supplier<String> otherwise) {
        if (System.nanoTime() > until) {
            throw new IllegalStateException(otherwise.get());
        }
        try {
            Thread.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static Optional<Node> find(String name, Predicate<Node> fits) {
        List<Node> named = all().stream()
                .filter(node -> nameOf(node).equals(name))
                .filter(fits)
                .toList();
        // What is on top comes last, and a control's own text is inside it.
        return named.isEmpty() ? Optional.empty() : Optional.of(named.getLast());
    }

    private static String nameOf(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        return switch (node) {
            case Labeled labeled when labeled.getText() != null -> labeled.getText();
            case Text text -> text.getText();
            case TextInputControl field when field.getPromptText() != null -> field.getPromptText();
            default -> "";
        };
    }

    private static List<Node> all() {
        List<Node> nodes = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            if (window.isShowing() && window.getScene() != null) {
                gather(window.getScene().getRoot(), nodes);
            }
        }
        return nodes;
    }

    private static void gather(Node node, List<Node> into) {
        if (!node.isVisible()) {
            return;
        }
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, into));
        }
    }

    private static <T> T onFx(Supplier<T> look) {
        CompletableFuture<T> looked = new CompletableFuture<>();
        try {
            Platform.runLater(() -> {
                try {
                    looked.complete(look.get());
                } catch (RuntimeException e) {
                    looked.completeExceptionally(e);
                }
            });
            return looked.get(WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (IllegalStateException notYet) {
            return empty();
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Before the toolkit is there nothing is on screen. */
    @SuppressWarnings("unchecked")
    private static <T> T empty() {
        return (T) Optional.empty();
    }
}
