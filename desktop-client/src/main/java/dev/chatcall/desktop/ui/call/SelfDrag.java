package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.ui.call.layout.Corner;
import dev.chatcall.desktop.ui.call.layout.Corner.Arrow;
import dev.chatcall.desktop.ui.call.layout.StageSize;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Lets one's own small picture be dragged with the pointer, or moved with the arrow keys, to one of the four corners. */
final class SelfDrag {
    /** A shorter way is a press, in pixels. */
    private static final double SHORTEST = 4;

    private final Region tile;
    private final Region stage;
    private final Consumer<Corner> drop;
    private double startX;
    private double startY;
    private boolean enabled;

    /** @param drop is given the corner that the tile goes to */
    SelfDrag(Region tile, Region stage, Consumer<Corner> drop) {
        this.tile = tile;
        this.stage = stage;
        this.drop = drop;
        tile.addEventHandler(MouseEvent.MOUSE_PRESSED, this::begin);
        tile.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::move);
        tile.addEventHandler(MouseEvent.MOUSE_RELEASED, this::end);
    }

    /** Only the small picture of oneself moves. */
    void enable(boolean now) {
        enabled = now;
    }

    /** The corner that an arrow key leads to, and whether the key was one. */
    boolean key(KeyEvent event, Corner corner) {
        Arrow arrow = switch (event.getCode()) {
            case UP, KP_UP -> Arrow.UP;
            case DOWN, KP_DOWN -> Arrow.DOWN;
            case LEFT, KP_LEFT -> Arrow.LEFT;
            case RIGHT, KP_RIGHT -> Arrow.RIGHT;
            default -> null;
        };
        if (!enabled || arrow == null) {
            return false;
        }
        drop.accept(corner.moved(arrow, mirrored()));
        return true;
    }

    private void begin(MouseEvent event) {
        if (enabled && event.getButton() == MouseButton.PRIMARY) {
            startX = event.getSceneX();
            startY = event.getSceneY();
        }
    }

    private void move(MouseEvent event) {
        if (enabled && event.getButton() == MouseButton.PRIMARY) {
            double along = event.getSceneX() - startX;
            tile.setTranslateX(mirrored() ? -along : along);
            tile.setTranslateY(event.getSceneY() - startY);
        }
    }

    private void end(MouseEvent event) {
        double way = Math.hypot(tile.getTranslateX(), tile.getTranslateY());
        if (!enabled || way < SHORTEST) {
            rest();
            return;
        }
        Bounds bounds = tile.localToScene(tile.getLayoutBounds());
        Point2D centre = stage.sceneToLocal(bounds.getCenterX(), bounds.getCenterY());
        // It goes on from where it was let go.
        tile.setLayoutX(tile.getLayoutX() + tile.getTranslateX());
        tile.setLayoutY(tile.getLayoutY() + tile.getTranslateY());
        rest();
        drop.accept(Corner.nearest(centre.getX(), centre.getY(), new StageSize(stage.getWidth(), stage.getHeight())));
    }

    private void rest() {
        tile.setTranslateX(0);
        tile.setTranslateY(0);
    }

    private boolean mirrored() {
        return stage.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    }
}
