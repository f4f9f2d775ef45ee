package dev.chatcall.desktop.driver;

import dev.chatcall.desktop.ui.call.video.VideoCanvas;
import dev.chatcall.desktop.ui.conversation.list.VirtualList;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
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
import org.jspecify.annotations.Nullable;

/** What is on screen, by the names that a screen reader says, and a hand to press it. */
final class Windows {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final Duration SCROLLED_WITHIN = Duration.ofMinutes(10);
    private static final int LOOK_EVERY_MS = 50;
    private static final int LABEL_DEPTH = 3;

    private @Nullable Robot robot;
    private @Nullable Window away;

    /** Presses what has that name, once it is where the pointer reaches it. */
    Object click(String name) {
        return await(name, found -> !found.isDisabled() && point(found), node -> {
            robot().mouseClick(MouseButton.PRIMARY);
            return name;
        });
    }

    /** One for all: each has a pointer of its own. */
    private Robot robot() {
        Robot held = robot == null ? new Robot() : robot;
        robot = held;
        return held;
    }

    /** Moves the pointer there. @return whether nothing else lies above it, and it lies in a window */
    private boolean point(Node node) {
        Bounds at = node.localToScreen(node.getBoundsInLocal());
        if (at == null) {
            return false;
        }
        robot().mouseMove(at.getCenterX(), at.getCenterY());
        // A label is pressed through what it stands in.
        Node reached = node;
        for (int above = 0; above < LABEL_DEPTH && reached != null; above++) {
            if (reached.isHover() && reached.getParent() != null) {
                return true;
            }
            reached = reached.getParent();
        }
        return false;
    }

    /** Writes a text into the field of that name, in place of what it holds. */
    Object fill(String name, String text) {
        return await(name, found -> found instanceof TextInputControl, node -> {
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
            robot().keyType(KeyCode.valueOf(key.toUpperCase(Locale.ROOT)));
            return key;
        });
    }

    /** Puts the window away, as into a tray. */
    Object away() {
        return onFx(() -> {
            Window window = Window.getWindows().getFirst();
            window.hide();
            away = window;
            return "away";
        });
    }

    /** Shows what was put away. */
    Object back() {
        return onFx(() -> {
            ((Stage) Objects.requireNonNull(away)).show();
            return "back";
        });
    }

    /** Waits until something of that name or text is on screen. */
    Object see(String name) {
        return await(name, found -> true, node -> name);
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
                .flatMap(Windows::namesOf)
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
        try {
            Files.createDirectories(Path.of(file).toAbsolutePath().getParent());
            ImageIO.write(drawn(), "png", new File(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** How bright the first window is on the whole, 0 to 1. */
    double brightness() {
        BufferedImage image = drawn();
        long sum = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
            }
        }
        return sum / (3.0 * 0xff * image.getWidth() * image.getHeight());
    }

    private static BufferedImage drawn() {
        WritableImage image =
                onFx(() -> Window.getWindows().getFirst().getScene().snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                drawn.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return drawn;
    }

    /** Where the middle of something is in its window, as parts of its width and height. */
    Spot place(String name) {
        return await(name, found -> true, node -> {
            Bounds at = node.localToScene(node.getBoundsInLocal());
            Scene scene = node.getScene();
            return new Spot(at.getCenterX() / scene.getWidth(), at.getCenterY() / scene.getHeight());
        });
    }

    record Spot(double x, double y) {}

    /** How many frames of each picture of a call were drawn, the name of its tile first. */
    List<Drawn> frames() {
        return onFx(() -> all().stream()
                .filter(VideoCanvas.class::isInstance)
                .map(VideoCanvas.class::cast)
                .map(canvas -> new Drawn(tileOf(canvas), canvas.count().drawn()))
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

    record Drawn(String name, long frames) {}

    private static String tileOf(Node canvas) {
        for (Node above = canvas; above != null; above = above.getParent()) {
            if (above.getAccessibleText() != null) {
                return above.getAccessibleText();
            }
        }
        return "";
    }

    /** Does something with what has that name, in the moment in which it is there. */
    private <T> T await(String name, Predicate<Node> fits, Function<Node, T> then) {
        long until = System.nanoTime() + WITHIN.toNanos();
        while (true) {
            Optional<T> done = onFx(() -> find(name, fits).map(then));
            if (done.isPresent()) {
                return done.get();
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
                .filter(node -> namesOf(node).anyMatch(name::equals))
                .filter(fits)
                .toList();
        // What is on top comes last, and a control's own text is inside it.
        return named.isEmpty() ? Optional.empty() : Optional.of(named.getLast());
    }

    /** What a screen reader says of it, and what is written on it. */
    private static Stream<String> namesOf(Node node) {
        String written = switch (node) {
            case Labeled labeled -> labeled.getText();
            case Text text -> text.getText();
            case TextInputControl field -> field.getPromptText();
            default -> null;
        };
        return Stream.of(node.getAccessibleText(), written).filter(Objects::nonNull);
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
