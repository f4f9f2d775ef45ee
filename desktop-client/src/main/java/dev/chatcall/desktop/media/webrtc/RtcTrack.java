package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaKind;
import dev.chatcall.desktop.media.VideoSource;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.video.VideoTrack;
import org.jspecify.annotations.Nullable;

/** A track of one's own. */
final class RtcTrack implements LocalTrack {
    private final MediaThread thread;
    private final MediaStreamTrack track;
    private final Runnable letGo;
    private final String label;
    private final int pixels;
    private final @Nullable String deviceId;
    private final @Nullable RtcVideo video;
    private Runnable ended = () -> {};
    private boolean enabled = true;
    /** Read on the media thread too. */
    private volatile boolean stopped;

    /** @param letGo lets the device go, on the media thread */
    RtcTrack(
            MediaThread thread,
            MediaStreamTrack track,
            @Nullable String deviceId,
            String label,
            int pixels,
            Runnable letGo) {
        this.thread = thread;
        this.track = track;
        this.deviceId = deviceId;
        this.label = label;
        this.pixels = pixels;
        this.letGo = letGo;
        video = track instanceof VideoTrack pictures ? new RtcVideo(thread, pictures) : null;
    }

    @Override
    public MediaKind kind() {
        return video == null ? MediaKind.AUDIO : MediaKind.VIDEO;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public @Nullable String deviceId() {
        return deviceId;
    }

    @Override
    public int pixels() {
        return pixels;
    }

    @Override
    public @Nullable VideoSource video() {
        return video;
    }

    @Override
    public boolean enabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean on) {
        enabled = on;
        thread.execute(() -> {
            if (!stopped) {
                track.setEnabled(on);
            }
        });
    }

    @Override
    public void onEnded(Runnable listener) {
        ended = listener;
    }

    @Override
    public void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        ended = () -> {};
        thread.execute(() -> {
            if (video != null) {
                video.end();
            }
            letGo.run();
            track.dispose();
        });
    }

    boolean stopped() {
        return stopped;
    }

    /** The device went away. On the loop. */
    void lose() {
        Runnable listener = ended;
        ended = () -> {};
        listener.run();
    }

    /** For a sender, on the media thread; null when it is stopped. */
    @Nullable
    MediaStreamTrack track() {
        return stopped ? null : track;
    }
}
