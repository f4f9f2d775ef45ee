package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.onvoid.webrtc.media.video.VideoTrackSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cameras and the screen of a machine. Called on the media thread; throws {@code MediaException}. */
interface Capture {
    /** May take its time. */
    List<MediaDevice> cameras();

    boolean canShareScreen();

    /** @param id null: the first there is */
    Captured camera(@Nullable String id);

    Captured screen();

    /**
     * Something that gives pictures.
     *
     * @param deviceId null of a screen
     * @param pixels of a picture; 0 where one does not know
     * @param stop lets it go, on the media thread
     */
    record Captured(VideoTrackSource source, @Nullable String deviceId, String label, int pixels, Runnable stop) {}
}
