package dev.chatcall.desktop.call;

import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.protocol.call.TrackSource;
import org.jspecify.annotations.Nullable;

/** The tracks that one sends; null what is off. A muted microphone keeps its track. */
record SentTracks(
        @Nullable LocalTrack microphone,
        @Nullable LocalTrack camera,
        @Nullable LocalTrack screen) {

    static final SentTracks NONE = new SentTracks(null, null, null);

    /** The screen's sound cannot be captured here. */
    @Nullable
    LocalTrack of(TrackSource source) {
        return switch (source) {
            case MICROPHONE -> microphone;
            case CAMERA -> camera;
            case SCREEN -> screen;
            case SCREEN_AUDIO -> null;
        };
    }

    SentTracks withMicrophone(@Nullable LocalTrack track) {
        return new SentTracks(track, camera, screen);
    }

    SentTracks withCamera(@Nullable LocalTrack track) {
        return new SentTracks(microphone, track, screen);
    }

    SentTracks withScreen(@Nullable LocalTrack track) {
        return new SentTracks(microphone, camera, track);
    }
}
