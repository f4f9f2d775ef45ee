package dev.chatcall.desktop.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.Samples;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;

/** Parts of messages are selected and copied by mouse and by keys. */
class SelectionTest extends ConversationTest {
    private void show(TimelineEntry... entries) {
        open();
        put(List.of(entries), false, false, null);
        var list = list();
        until(() -> !list.isNeedsLayout() && list.lookup(".flow-text") != null);
    }

    /** A point in the first line of a text, so far from its left edge. */
    private Point2D in(Node text, double x) {
        return onFx(() -> {
            Bounds bounds = text.localToScreen(text.getBoundsInLocal());
            return new Point2D(bounds.getMinX() + x, bounds.getMinY() + 8);
        });
    }

    private Node text() {
        return onFx(() -> list().lookup(".flow-text"));
    }

    private String copied() {
        onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of()));
        push(KeyCode.SHORTCUT, KeyCode.C);
        return held();
    }

    private static String held() {
        String text = onFx(() -> Clipboard.getSystemClipboard().getString());
        return text == null ? "" : text;
    }

    private boolean anythingIsDrawnSelected() {
        return onFx(() -> list().lookupAll(".text-selection").stream()
                .anyMatch(node -> isSeen(node) && !((Path) node).getElements().isEmpty()));
    }

    private static boolean isSeen(Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }

    @Test
    void byDraggingTheMouseOverIt() {
        show(from(GRACE, 900, "the first compiler"));
        moveTo(in(text(), 0)).press(MouseButton.PRIMARY).moveTo(in(text(), 70)).release(MouseButton.PRIMARY);
        assertThat(anythingIsDrawnSelected()).isTrue();
        assertThat("the first compiler").startsWith(copied());
        assertThat(copied()).hasSizeBetween(5, 13);
    }

    /** Pressed so often in a row, whatever time the machine takes for it. */
    private void press(Node node, Point2D at, int clicks) {
        onFx(() -> {
            Point2D inScene = new Point2D(at.getX() - stage.getX(), at.getY() - stage.getY());
            Event.fireEvent(
                    node,
                    new MouseEvent(
                            MouseEvent.MOUSE_PRESSED,
                            inScene.getX(),
                            inScene.getY(),
                            at.getX(),
                            at.getY(),
                            MouseButton.PRIMARY,
                            clicks,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            true,
                            false,
                            true,
                            new PickResult(node, inScene.getX(), inScene.getY())));
            return null;
        });
    }

    @Test
    void aWordByTwoClicksAndAParagraphByThree() {
        show(from(GRACE, 900, "the first compiler\n\nran in 1952"));
        Node text = text();
        press(text, in(text, 40), 2);
        assertThat(copied()).isEqualTo("first");
        press(text, in(text, 40), 3);
        assertThat(copied()).isEqualTo("the first compiler");
    }

    @Test
    void wholeByTheKeyWithWhatPicturesAndChipsSay() {
        conversation = Samples.group("Engines", ADA, List.of(GRACE, ALAN), "hello");
        show(mentioning(ALAN, 900, "well **done** 🚀 @grace\n\n```\nx = 1\n```", GRACE));
        clickOn(list());
        push(KeyCode.SHORTCUT, KeyCode.A);
        assertThat(copied()).isEqualTo("well done 🚀 @Grace Hopper\nx = 1");
    }

    @Test
    void byLetterAndByWordWithTheArrowKeys() {
        show(from(GRACE, 900, "the first compiler"));
        clickOn(list());
        push(KeyCode.SHIFT, KeyCode.RIGHT);
        push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(copied()).isEqualTo("th");
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(copied()).isEqualTo("the");
        push(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(copied()).isEqualTo("th");
        push(KeyCode.SHIFT, KeyCode.END);
        assertThat(copied()).isEqualTo("the first compiler");
    }

    @Test
    void untilOnePressesElsewhereOrEscape() {
        show(from(GRACE, 900, "the first compiler"));
        clickOn(list());
        push(KeyCode.SHORTCUT, KeyCode.A);
        assertThat(anythingIsDrawnSelected()).isTrue();
        push(KeyCode.ESCAPE);
        assertThat(anythingIsDrawnSelected()).isFalse();
        push(KeyCode.SHORTCUT, KeyCode.A);
        clickOn(list());
        assertThat(anythingIsDrawnSelected()).isFalse();
        assertThat(copied()).isEmpty();
    }

    @Test
    void staysWithItsMessageWhenItsCellIsUsedForAnother() {
        open();
        put(chatter(200, 260), false, false, null);
        var list = list();
        until(() -> !list.isNeedsLayout());
        clickOn(list);
        push(KeyCode.SHORTCUT, KeyCode.A);
        assertThat(anythingIsDrawnSelected()).isTrue();
        String selected = copied();
        onFx(() -> {
            list.scrollToFraction(0);
            return null;
        });
        until(() -> !list.isNeedsLayout());
        assertThat(anythingIsDrawnSelected()).isFalse();
        assertThat(copied()).isEqualTo(selected).startsWith("Message 2");
        onFx(() -> {
            list.scrollToEnd();
            return null;
        });
        until(() -> !list.isNeedsLayout());
        assertThat(anythingIsDrawnSelected()).isTrue();
    }
}
