package dev.chatcall.desktop.media;

import org.jspecify.annotations.Nullable;

/** A track of a test. */
public final class FakeTrack implements LocalTrack {
    private final MediaKind kind;
    private final @Nullable String deviceId;
    private final @Nullable VideoSource video;
    private Runnable ended = () -> {};
    private boolean enabled = true;
    private boolean live = true;
    /** Somebody speaks into it. */
    public boolean loud;

    public FakeTrack(MediaKind kind, @Nullable String deviceId) {
        this.kind = kind;
        this.deviceId = deviceId;
        video = kind == MediaKind.VIDEO ? sink -> () -> {} : null;
    }

    /** The device goes away. */
    public void unplug() {
        live = false;
        ended.run();
    }

    /** Not stopped. */
    public boolean live() {
        return live;
    }

    @Override
    public MediaKind kind() {
        return kind;
    }

    @Override
    public String label() {
        return "label of " + deviceId;
    }

    @Override
    public @Nullable String deviceId() {
        return deviceId;
    }

    @Override
    public int pixels() {
        return 0;
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
    }

    @Override
    public void onEnded(Runnable listener) {
        ended = listener;
    }

    @Override
    public void stop() {
        live = false;
        ended = () -> {};
    }
}
