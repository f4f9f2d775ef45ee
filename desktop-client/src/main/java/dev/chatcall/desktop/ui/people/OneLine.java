package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.ui.conversation.rows.Direction;
import dev.chatcall.desktop.ui.emoji.Emojis;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** A text with emoji on one line, cut with an ellipsis where it does not fit. */
public final class OneLine extends Region {
    private final Emojis emojis;
    private final double size;
    private String shown = "";

    /** @param size of the letters, in pixels; the style class says it too */
    public OneLine(Emojis emojis, double size, String styleClass) {
        this.emojis = emojis;
        this.size = size;
        getStyleClass().add(styleClass);
        setMinWidth(0);
        setMouseTransparent(true);
    }

    public void setText(String text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        String line = text.replaceAll("\\s+", " ").strip();
        // Read in its own direction, whichever way the screen runs; a text without letters goes with the screen.
        boolean mirrored = Direction.rightToLeft(line, false);
        boolean plain = !mirrored && Direction.rightToLeft(line, true);
        setNodeOrientation(
                plain
                        ? NodeOrientation.INHERIT
                        : mirrored ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        List<Node> pieces =
                emojis.nodes(line, size).stream().map(OneLine::cuttable).toList();
        getChildren().setAll(pieces);
    }

    private static Node cuttable(Node piece) {
        if (piece instanceof Text words) {
            Label label = new Label(words.getText());
            label.setMinWidth(0);
            return label;
        }
        return piece;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().stream()
                .mapToDouble(piece -> piece.prefWidth(-1))
                .sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getManagedChildren().stream()
                .mapToDouble(piece -> piece.prefHeight(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        double left = againstTheScreen() ? Math.max(0, getWidth() - computePrefWidth(-1)) : 0;
        boolean full = false;
        for (Node piece : getManagedChildren()) {
            double wanted = piece.prefWidth(-1);
            double room = getWidth() - left;
            boolean fits = wanted <= room + 0.5;
            piece.setVisible(!full && (fits || piece instanceof Label) && room > 0);
            full |= !fits;
            double given = Math.min(wanted, Math.max(0, room));
            layoutInArea(piece, left, 0, given, getHeight(), 0, HPos.LEFT, VPos.CENTER);
            left += given;
        }
    }

    /** Whether it runs the other way than what it stands in: then it begins at its far end, to stay in line. */
    private boolean againstTheScreen() {
        return getParent() != null && getParent().getEffectiveNodeOrientation() != getEffectiveNodeOrientation();
    }
}
