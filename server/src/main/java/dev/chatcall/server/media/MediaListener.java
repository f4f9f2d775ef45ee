package dev.chatcall.server.media;

import dev.chatcall.protocol.media.MediaEvent;

/** Hears of the media service. Called on a virtual thread, one call at a time. */
public interface MediaListener {
    void happened(MediaEvent event);

    /** It was started again, or is another: every room is gone. */
    void startedAfresh();
}
