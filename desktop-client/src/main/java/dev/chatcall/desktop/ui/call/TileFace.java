package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.Tile;
import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.video.FrameCounts;
import dev.chatcall.desktop.ui.call.video.VideoCanvas;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** What there is to see of somebody: their video, or else their picture, and what one waits for. */
final class TileFace extends StackPane {
    private static final double ARC = 24;
    /** A lower tile has no room for a sentence, in pixels: that it is dim tells that they are not there. */
    private static final double ROOM_FOR_WORDS = 130;

    private static final double AWAY = 0.45;

    private final Screens screens;
    private final FrameCounts counts;
    private final Label waiting = new Label();
    private final VBox still = new VBox(8);
    private final StackPane over = new StackPane();
    private final Rectangle clip = new Rectangle();
    private @Nullable VideoCanvas canvas;
    private @Nullable FacePicture picture;
    private double pictureSize;

    TileFace(Screens screens, FrameCounts counts) {
        this.screens = screens;
        this.counts = counts;
        setMouseTransparent(true);
        clip.setArcWidth(ARC);
        clip.setArcHeight(ARC);
        still.setAlignment(Pos.CENTER);
        waiting.getStyleClass().add("tile-waiting");
        waiting.setWrapText(true);
        over.getStyleClass().add("tile-over");
        getChildren().add(still);
    }

    /**
     * @param height of the tile, in pixels: decides how large the picture is
     * @param waits what one waits for; null when for nothing
     */
    void show(Tile tile, String name, double height, @Nullable String waits) {
        showVideo(tile);
        waiting.setText(waits == null ? "" : waits);
        boolean video = canvas != null;
        if (!video) {
            showPicture(tile.accountId(), name, height < 130 ? 40 : height < 260 ? 64 : 96);
        }
        place(video, waits != null, height >= ROOM_FOR_WORDS);
    }

    void setSeen(boolean seen) {
        if (canvas != null) {
            canvas.setSeen(seen);
        }
    }

    private void showVideo(Tile tile) {
        VideoSource source = tile.video();
        VideoCanvas now = canvas;
        if (now != null && now.source() != source) {
            getChildren().remove(now);
            // A clip belongs to one node at a time.
            now.setClip(null);
            canvas = null;
        }
        if (source != null && canvas == null) {
            VideoCanvas next = new VideoCanvas(source, counts.of(tile.id()));
            next.setFit(tile.screen() ? VideoCanvas.Fit.CONTAIN : VideoCanvas.Fit.COVER);
            next.setMirrored(tile.mine() && !tile.screen());
            next.setClip(clip);
            canvas = next;
            getChildren().addFirst(next);
        }
    }

    private void place(boolean video, boolean waits, boolean words) {
        Styles.show(still, !video);
        Styles.show(waiting, words);
        still.setOpacity(waits && !words ? AWAY : 1);
        if (video && waits) {
            still.getChildren().remove(waiting);
            over.getChildren().setAll(waiting);
            if (!getChildren().contains(over)) {
                getChildren().add(over);
            }
            return;
        }
        getChildren().remove(over);
        over.getChildren().clear();
        still.getChildren().remove(waiting);
        if (waits) {
            still.getChildren().add(waiting);
        }
    }

    private void showPicture(UUID accountId, String name, double size) {
        FacePicture shown = picture;
        if (shown == null || pictureSize != size) {
            shown = new FacePicture(screens, size);
            picture = shown;
            pictureSize = size;
            still.getChildren().removeIf(FacePicture.class::isInstance);
            still.getChildren().addFirst(shown);
        }
        shown.show(
                new CallFace(accountId, name, CallFace.avatarOf(screens.client().state(), accountId), false));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
    }
}
