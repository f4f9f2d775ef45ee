package dev.chatcall.desktop.ui.conversation.message;

import java.text.BreakIterator;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Text of which a part can be selected. Offsets count letters, and one for each picture and chip between them. */
class SelectableFlow extends TextFlow {
    private static final char OBJECT = '\uFFFC';

    private final StringBuilder letters = new StringBuilder();
    /** What the pictures and chips say, by their offset. */
    private final Map<Integer, String> said = new HashMap<>();

    private @Nullable Path ground;
    private int from;
    private int to;

    SelectableFlow() {
        getStyleClass().add("flow-text");
    }

    final void addText(Text words) {
        letters.append(words.getText());
        getChildren().add(words);
    }

    /** Shows other letters in the one text that it consists of. */
    final void replaceText(Text words, String text) {
        letters.setLength(0);
        letters.append(text);
        words.setText(text);
    }

    /** @param says what it is in words, for whoever copies it */
    final void addObject(Node node, String says) {
        said.put(letters.length(), says);
        letters.append(OBJECT);
        getChildren().add(node);
    }

    final int length() {
        return letters.length();
    }

    /** The place between two letters that is nearest to a point of the scene. */
    final int offsetAt(double sceneX, double sceneY) {
        Point2D local = sceneToLocal(sceneX, sceneY);
        return Math.clamp(hitTest(local).getInsertionIndex(), 0, length());
    }

    /** What is said there, pictures as the signs that they stand for. */
    final String text(int begin, int end) {
        StringBuilder text = new StringBuilder();
        for (int at = begin; at < end; at++) {
            String object = said.get(at);
            text.append(object == null ? letters.substring(at, at + 1) : object);
        }
        return text.toString();
    }

    /** Where the word around an offset begins. */
    final int wordStart(int offset) {
        BreakIterator words = words();
        if (offset >= length() || words.isBoundary(offset)) {
            return Math.min(offset, length());
        }
        return Math.max(0, words.preceding(offset));
    }

    /** Where the word at or after an offset ends. */
    final int wordEnd(int offset) {
        int end = offset >= length() ? BreakIterator.DONE : words().following(offset);
        return end == BreakIterator.DONE ? length() : end;
    }

    /** Where the word before an offset begins. */
    final int wordBefore(int offset) {
        int start = offset <= 0 ? BreakIterator.DONE : words().preceding(offset);
        return start == BreakIterator.DONE ? 0 : start;
    }

    private BreakIterator words() {
        BreakIterator words = BreakIterator.getWordInstance();
        words.setText(letters.toString());
        return words;
    }

    /** Draws it as selected; nothing where both are the same. */
    final void select(int begin, int end) {
        if (begin == from && end == to) {
            return;
        }
        from = begin;
        to = end;
        drawSelection();
    }

    private void drawSelection() {
        if (ground == null) {
            if (from == to) {
                return;
            }
            ground = new Path();
            ground.getStyleClass().add("text-selection");
            ground.setManaged(false);
            ground.setMouseTransparent(true);
            // Below the letters, above the ground of code.
            int at = getChildren().getFirst().isManaged() ? 0 : 1;
            getChildren().add(at, ground);
        }
        ground.getElements().clear();
        if (from != to) {
            ground.getElements().addAll(getRangeShape(from, to, false));
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (from != to) {
            drawSelection();
        }
    }
}
