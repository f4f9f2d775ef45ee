package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.form.Words;
import java.awt.image.BufferedImage;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** A picture behind a round window: dragged, zoomed with the wheel or the slider, moved with the arrow keys. */
final class CropStage extends VBox {
    private static final int STAGE_PX = 280;
    private static final double STEP = 0.04;
    private static final double WHEEL = 1.08;

    private final double width;
    private final double height;
    private final ImageView view;
    private final Slider zoom = new Slider(1, Crop.MAX_ZOOM, 1);
    private final StackPane window;
    private Crop crop;
    private double grabbedX;
    private double grabbedY;
    private Crop grabbed;

    CropStage(BufferedImage picture, Texts texts) {
        super(16);
        width = picture.getWidth();
        height = picture.getHeight();
        crop = Crop.centred(width, height);
        grabbed = crop;
        view = new ImageView(imageOf(picture));
        view.setFitWidth(STAGE_PX);
        view.setFitHeight(STAGE_PX);
        view.setClip(new Circle(STAGE_PX / 2.0, STAGE_PX / 2.0, STAGE_PX / 2.0));
        window = new StackPane(view);
        window.getStyleClass().add("crop-window");
        window.setFocusTraversable(true);
        window.setAccessibleText(texts.t("profile.cropHint"));
        window.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        // A picture is not mirrored where the text runs from right to left.
        window.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        window.setOnMousePressed(this::grab);
        window.setOnMouseDragged(this::drag);
        window.setOnScroll(this::wheel);
        window.setOnKeyPressed(this::key);
        zoom.setAccessibleText(texts.t("profile.zoom"));
        zoom.setMaxWidth(STAGE_PX);
        zoom.valueProperty().addListener((observable, before, now) -> set(crop.zoomedTo(now.doubleValue())));
        Label label = Words.of(texts.t("profile.zoom"), "field-label");
        label.setLabelFor(zoom);
        VBox slider = new VBox(4, label, zoom);
        slider.setMaxWidth(STAGE_PX);
        setAlignment(Pos.CENTER);
        getChildren().addAll(window, slider);
        draw();
    }

    /** What is chosen now. */
    Crop crop() {
        return crop;
    }

    @Override
    public void requestFocus() {
        window.requestFocus();
    }

    private void set(Crop next) {
        crop = next.within(width, height);
        draw();
    }

    private void draw() {
        double side = crop.sideOf(width, height);
        view.setViewport(new Rectangle2D(crop.x() - side / 2, crop.y() - side / 2, side, side));
        zoom.setValue(crop.zoom());
    }

    private void grab(MouseEvent event) {
        window.requestFocus();
        grabbedX = event.getX();
        grabbedY = event.getY();
        grabbed = crop;
    }

    private void drag(MouseEvent event) {
        double scale = grabbed.sideOf(width, height) / STAGE_PX;
        set(grabbed.movedBy((grabbedX - event.getX()) * scale, (grabbedY - event.getY()) * scale));
    }

    private void wheel(ScrollEvent event) {
        event.consume();
        set(crop.zoomedTo(event.getDeltaY() > 0 ? crop.zoom() * WHEEL : crop.zoom() / WHEEL));
    }

    private void key(KeyEvent event) {
        double step = crop.sideOf(width, height) * STEP;
        switch (event.getCode()) {
            case LEFT -> move(event, -step, 0);
            case RIGHT -> move(event, step, 0);
            case UP -> move(event, 0, -step);
            case DOWN -> move(event, 0, step);
            default -> {}
        }
    }

    private void move(KeyEvent event, double dx, double dy) {
        event.consume();
        set(crop.movedBy(dx, dy));
    }

    private static WritableImage imageOf(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
