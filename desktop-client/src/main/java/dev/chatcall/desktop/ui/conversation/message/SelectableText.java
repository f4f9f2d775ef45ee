package dev.chatcall.desktop.ui.conversation.message;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * All texts of one message one after the other, as one that can be selected by mouse and by keys. Offsets go on from text to
 * text, with one for the new line between two.
 */
final class SelectableText {
    private static final int WORD_CLICKS = 2;

    private record Piece(SelectableFlow flow, int start) {
        int end() {
            return start + flow.length();
        }
    }

    private final Selection selection;
    private final List<Piece> pieces = new ArrayList<>();
    private @Nullable String key;
    private boolean dragging;

    SelectableText(Selection selection) {
        this.selection = selection;
        selection.onChange(this::draw);
    }

    /** The texts are others from here on. */
    void begin() {
        pieces.clear();
    }

    void add(SelectableFlow flow) {
        pieces.add(new Piece(flow, pieces.isEmpty() ? 0 : length() + 1));
    }

    /** The message that the texts are of. */
    void belongTo(String row) {
        key = row;
        draw();
    }

    /** Whether its first text is written from right to left, so that the right arrow key goes back. */
    boolean isRightToLeft() {
        return !pieces.isEmpty()
                && pieces.getFirst().flow().getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    }

    int length() {
        return pieces.isEmpty() ? 0 : pieces.getLast().end();
    }

    /** Lets the mouse select in it. */
    void followMouse(Node node) {
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            dragging = event.getButton() == MouseButton.PRIMARY && event.getClickCount() < WORD_CLICKS;
            if (event.getButton() == MouseButton.PRIMARY) {
                press(event);
            }
        });
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            Selection.Part held = selection.of(key);
            if (held != null && dragging) {
                select(held.anchor(), offsetAt(event));
            }
        });
    }

    private void press(MouseEvent event) {
        if (pieces.isEmpty()) {
            return;
        }
        int at = offsetAt(event);
        Piece piece = pieceAt(at);
        Selection.Part held = selection.of(key);
        if (event.getClickCount() == WORD_CLICKS) {
            int inside = at - piece.start();
            select(
                    piece.start() + piece.flow().wordStart(inside),
                    piece.start() + piece.flow().wordEnd(inside));
        } else if (event.getClickCount() > WORD_CLICKS) {
            select(piece.start(), piece.end());
        } else if (event.isShiftDown() && held != null) {
            select(held.anchor(), at);
        } else {
            select(at, at);
        }
    }

    void selectAll() {
        select(0, length());
    }

    /**
     * Moves the end of what is selected; where nothing is, begins at the beginning, or at the end when it goes back.
     *
     * @param by 1 towards the end, -1 towards the beginning
     */
    void extend(int by, boolean byWord) {
        Selection.Part held = selection.of(key);
        int anchor = held == null ? (by > 0 ? 0 : length()) : held.anchor();
        int caret = held == null ? anchor : held.caret();
        select(anchor, Math.clamp(byWord ? wordFrom(caret, by) : letterFrom(caret, by), 0, length()));
    }

    /** @param by as in {@link #extend}: up to that end */
    void extendToEnd(int by) {
        Selection.Part held = selection.of(key);
        int end = by > 0 ? length() : 0;
        select(held == null ? length() - end : held.anchor(), end);
    }

    private int letterFrom(int caret, int by) {
        int next = caret + by;
        Piece piece = pieceAt(Math.clamp(next, 0, length()));
        int inside = next - piece.start();
        boolean splits = inside > 0
                && inside < piece.flow().length()
                && Character.isLowSurrogate(
                        piece.flow().text(inside, inside + 1).charAt(0));
        return splits ? next + by : next;
    }

    private int wordFrom(int caret, int by) {
        Piece piece = pieceAt(caret);
        int inside = caret - piece.start();
        if (by > 0) {
            return inside >= piece.flow().length()
                    ? caret + 1
                    : piece.start() + piece.flow().wordEnd(inside);
        }
        return inside <= 0 ? caret - 1 : piece.start() + piece.flow().wordBefore(inside);
    }

    private void select(int anchor, int caret) {
        if (key != null) {
            Selection.Part part = new Selection.Part(key, anchor, caret);
            selection.set(part, text(part.from(), part.to()));
        }
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.start() > from && piece.start() <= to) {
                text.append('\n');
            }
            int begin = Math.max(from, piece.start()) - piece.start();
            int end = Math.min(to, piece.end()) - piece.start();
            if (begin < end) {
                text.append(piece.flow().text(begin, end));
            }
        }
        return text.toString();
    }

    private void draw() {
        Selection.Part held = selection.of(key);
        for (Piece piece : pieces) {
            int begin = held == null
                    ? 0
                    : Math.clamp(held.from() - piece.start(), 0, piece.flow().length());
            int end = held == null
                    ? 0
                    : Math.clamp(held.to() - piece.start(), 0, piece.flow().length());
            piece.flow().select(begin, end);
        }
    }

    private Piece pieceAt(int offset) {
        for (Piece piece : pieces) {
            if (offset <= piece.end()) {
                return piece;
            }
        }
        return pieces.getLast();
    }

    private int offsetAt(MouseEvent event) {
        Piece nearest = pieces.getFirst();
        double least = Double.MAX_VALUE;
        for (Piece piece : pieces) {
            double away = awayFrom(piece.flow().localToScene(piece.flow().getLayoutBounds()), event.getSceneY());
            if (away < least) {
                least = away;
                nearest = piece;
            }
        }
        return nearest.start() + nearest.flow().offsetAt(event.getSceneX(), event.getSceneY());
    }

    /** How far a height of the scene is from what lies there. */
    private static double awayFrom(Bounds area, double sceneY) {
        return Math.max(0, Math.max(area.getMinY() - sceneY, sceneY - area.getMaxY()));
    }
}
