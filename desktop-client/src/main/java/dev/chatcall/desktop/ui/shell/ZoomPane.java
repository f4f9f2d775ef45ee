package dev.chatcall.desktop.ui.shell;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Lays its content out on less room and draws it larger, or the other way round. */
final class ZoomPane extends Region {
    private final Region content;
    private final Scale scale = new Scale(1, 1, 0, 0);
    private double zoom = 1;

    ZoomPane(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    void zoom(double next) {
        zoom = next;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        scale.setX(zoom);
        scale.setY(zoom);
        content.resizeRelocate(0, 0, getWidth() / zoom, getHeight() / zoom);
    }
}
