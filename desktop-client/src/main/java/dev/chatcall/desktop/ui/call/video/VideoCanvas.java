package dev.chatcall.desktop.ui.call.video;

import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.call.video.FrameCounts.Count;
import dev.chatcall.desktop.ui.fx.Watching;
import java.nio.ByteBuffer;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Draws a video, at most one frame a pulse. It watches while it is in a window that shows and {@linkplain #setSeen seen},
 * and holds no frame otherwise.
 */
public final class VideoCanvas extends Region {
    /** How the picture fits where it stands. */
    public enum Fit {
        /** Fills everything; what is too much is cut off on both sides. */
        COVER,
        /** Whole, with bars beside or above it. */
        CONTAIN
    }

    private final ImageView view = new ImageView();
    private final VideoSource source;
    private final Count count;
    private Fit fit = Fit.COVER;
    private boolean mirrored;
    private boolean attached;
    private boolean seen = true;
    private int rotation;
    private @Nullable PixelBuffer<ByteBuffer> pixels;
    private @Nullable Subscription watching;

    public VideoCanvas(VideoSource source, Count count) {
        this.source = source;
        this.count = count;
        // The text's direction turns no picture round.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setMouseTransparent(true);
        view.setManaged(false);
        view.setSmooth(true);
        getChildren().add(view);
        new Watching(this).add(this::attach);
    }

    public VideoSource source() {
        return source;
    }

    /** How many of its frames were drawn. */
    public Count count() {
        return count;
    }

    public void setFit(Fit next) {
        fit = next;
        requestLayout();
    }

    /** As in a mirror: for one's own camera. */
    public void setMirrored(boolean now) {
        mirrored = now;
        requestLayout();
    }

    /** False while it is scrolled away: nothing is watched then. */
    public void setSeen(boolean now) {
        seen = now;
        update();
    }

    private Subscription attach() {
        attached = true;
        update();
        return () -> {
            attached = false;
            update();
        };
    }

    private void update() {
        boolean wanted = attached && seen;
        Subscription running = watching;
        if (wanted && running == null) {
            watching = begin();
        } else if (!wanted && running != null) {
            running.close();
            watching = null;
            pixels = null;
            view.setImage(null);
        }
    }

    private Subscription begin() {
        Showing showing = new Showing(getScene());
        Subscription frames = source.watch(showing.frames);
        return () -> {
            frames.close();
            showing.end();
        };
    }

    /** From the beginning to the end of watching. */
    private final class Showing {
        private final Frames frames = new Frames(count, () -> Platform.runLater(this::draw));
        private final Runnable onPulse = this::pulsed;
        private final Scene scene;
        private boolean drawn;
        private boolean ended;

        private Showing(Scene scene) {
            this.scene = scene;
            scene.addPostLayoutPulseListener(onPulse);
        }

        private void draw() {
            if (ended) {
                return;
            }
            VideoCanvas.this.draw(frames.waiting());
            drawn = true;
            Platform.requestNextPulse();
        }

        /** What was drawn is on its way to the screen: now the next one may come. */
        private void pulsed() {
            if (drawn) {
                drawn = false;
                frames.drawn();
            }
        }

        private void end() {
            ended = true;
            scene.removePostLayoutPulseListener(onPulse);
        }
    }

    private void draw(Frames.Frame frame) {
        PixelBuffer<ByteBuffer> target = pixels;
        boolean turned = rotation != frame.rotation();
        rotation = frame.rotation();
        if (target == null || target.getWidth() != frame.width() || target.getHeight() != frame.height()) {
            target = new PixelBuffer<>(
                    frame.width(),
                    frame.height(),
                    ByteBuffer.allocateDirect(frame.width() * frame.height() * 4),
                    PixelFormat.getByteBgraPreInstance());
            pixels = target;
            view.setImage(new WritableImage(target));
            turned = true;
        }
        target.updateBuffer(buffer -> {
            buffer.getBuffer().clear().put(frame.pixels().clear()).clear();
            return null;
        });
        if (turned) {
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        if (view.getImage() == null) {
            return;
        }
        boolean lying = rotation % 180 != 0;
        double wide = lying ? view.getImage().getHeight() : view.getImage().getWidth();
        double high = lying ? view.getImage().getWidth() : view.getImage().getHeight();
        double across = getWidth() / wide;
        double down = getHeight() / high;
        double scale = fit == Fit.COVER ? Math.max(across, down) : Math.min(across, down);
        double width = view.getImage().getWidth() * scale;
        double height = view.getImage().getHeight() * scale;
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.setRotate(rotation);
        // Turned first and mirrored then: across the screen, not across the picture.
        view.setScaleX(mirrored && !lying ? -1 : 1);
        view.setScaleY(mirrored && lying ? -1 : 1);
        view.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
    }
}
