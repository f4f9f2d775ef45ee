package dev.chatcall.desktop.ui.gallery;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.RingLayer;
import dev.chatcall.desktop.ui.shell.FeaturePanes;
import dev.chatcall.desktop.ui.shell.MainScreen;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;

/** Where screens are shown, and what somebody does to reach them. */
abstract class Room extends FxTest {
    private static final SnapshotParameters CLEAR = new SnapshotParameters();

    static {
        CLEAR.setFill(Color.TRANSPARENT);
    }

    Screens screens;

    /** What has popped up goes first: JavaFX fails in a window that closes with it. */
    @AfterEach
    void hidePopups() {
        act(() -> List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide));
    }

    void look(Look chosen) {
        look = chosen.theme;
        width = chosen.width;
        height = chosen.height;
        texts = Texts.of(chosen.language);
    }

    FakeClient client() {
        return client;
    }

    String t(String key) {
        return texts.t(key);
    }

    String t(String key, Map<String, ?> values) {
        return texts.t(key, values);
    }

    /** Everything for somebody signed in, at a place. */
    void open(Place place) {
        navigation.go(place);
        show(given -> {
            screens = given;
            Region main = new MainScreen(given, new FeaturePanes(), at -> {});
            return new StackPane(main, new RingLayer(given));
        });
        settle();
    }

    /** One screen alone. */
    void hang(Function<Screens, ? extends Parent> make) {
        show(given -> {
            screens = given;
            return make.apply(given);
        });
        settle();
    }

    void go(Place place) {
        act(() -> navigation.go(place));
    }

    void act(Runnable act) {
        onFx(() -> {
            act.run();
            return null;
        });
        settle();
    }

    /** Presses what is called so. */
    void press(String name) {
        whenThere(name);
        ButtonBase button = named(name, ButtonBase.class);
        act(button::fire);
    }

    void fill(String field, String text) {
        whenThere(field);
        TextInputControl input = named(field, TextInputControl.class);
        act(() -> {
            input.requestFocus();
            input.setText(text);
            input.end();
        });
    }

    /** Waits until somebody can read it. */
    void read(String text) {
        until(() -> says(text));
    }

    private void whenThere(String name) {
        until(() -> {
            try {
                named(name, Node.class);
                return true;
            } catch (AssertionError notYet) {
                return false;
            }
        });
    }

    /** Keeps a picture of the window with what has popped up over it. */
    void keep(String name) {
        settle();
        BufferedImage whole = picture(onFx(() -> stage.getScene().snapshot(null)));
        onFx(() -> {
            for (Window window : Window.getWindows()) {
                if (window instanceof PopupWindow popup && popup.isShowing()) {
                    BufferedImage over = picture(popup.getScene().getRoot().snapshot(CLEAR, null));
                    double left = popup.getX() - stage.getX() - stage.getScene().getX();
                    double top = popup.getY() - stage.getY() - stage.getScene().getY();
                    whole.createGraphics().drawImage(over, (int) left, (int) top, null);
                }
            }
            return null;
        });
        save(whole, name);
    }

    /** Waits until all of those that there are, are so. */
    void until(String selector, Predicate<Node> so) {
        until(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Set<Node> all = stage.getScene().getRoot().lookupAll(selector);
            return !all.isEmpty() && all.stream().allMatch(so);
        });
    }

    Node find(String selector) {
        return onFx(() -> stage.getScene().getRoot().lookup(selector));
    }

    void whenDone() {
        settle();
    }
}
