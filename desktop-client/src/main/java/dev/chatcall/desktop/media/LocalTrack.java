package dev.chatcall.desktop.media;

import org.jspecify.annotations.Nullable;

/** What one sends: a microphone, a camera or a screen. Equal to itself alone. Used on the loop. */
public interface LocalTrack {
    MediaKind kind();

    /** Of the device, for people; empty when the system has none. */
    String label();

    /** The device it comes from, null for a screen. */
    @Nullable
    String deviceId();

    /** How many pixels its pictures have, as far as one knows; otherwise, and of a sound, 0. */
    int pixels();

    /** One's own picture, null of a sound. */
    @Nullable
    VideoSource video();

    boolean enabled();

    /** Not enabled: silence, or black. */
    void setEnabled(boolean enabled);

    /** Called once on the loop when the device goes away; not when it is stopped. */
    void onEnded(Runnable listener);

    /** Lets the device go. Twice does what once does. */
    void stop();
}
