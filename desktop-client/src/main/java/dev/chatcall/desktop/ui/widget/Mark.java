package dev.chatcall.desktop.ui.widget;

import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The program's sign, as the web client's {@code mark.svg}. */
public final class Mark extends Pane {
    private static final double GRID = 64;
    private static final double ROUND = 32;

    public Mark(double size) {
        Rectangle ground = new Rectangle(GRID, GRID);
        ground.setArcWidth(ROUND);
        ground.setArcHeight(ROUND);
        ground.getStyleClass().add("mark");
        SVGPath bubble = path(
                "M32 13c-11.6 0-20 7.5-20 17.2 0 5.3 2.5 9.9 6.6 13l-1.5 7c-.3 1.3 1 2.3 2.2 1.7l8-3.9c1.5.3 3.1.4 4.7.4"
                        + " 11.6 0 20-7.5 20-18.2S43.6 13 32 13Z",
                "mark-bubble");
        SVGPath voice = path("M25 27.5v6M32 23.5v14M39 27.5v6", "mark-voice");
        getChildren().addAll(ground, bubble, voice);
        getChildren().forEach(shape -> {
            shape.setManaged(false);
            shape.getTransforms().add(new Scale(size / GRID, size / GRID));
        });
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setMouseTransparent(true);
    }

    private static SVGPath path(String content, String style) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(style);
        return path;
    }
}
