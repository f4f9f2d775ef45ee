package dev.chatcall.desktop.call;

import dev.chatcall.desktop.media.VideoSource;
import org.jspecify.annotations.Nullable;

/**
 * What comes of one person; null what does not. Sounds are played by the engine.
 *
 * @param heard their microphone arrives here
 */
record RemoteMedia(
        boolean heard,
        @Nullable VideoSource camera,
        @Nullable VideoSource screen) {

    static final RemoteMedia NONE = new RemoteMedia(false, null, null);
}
