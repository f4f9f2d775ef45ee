package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaEngine;

/** Real engines for tests, on a machine without devices. */
public final class TestEngines {
    private TestEngines() {}

    /** Hums, and shows a moving picture; plays nothing. */
    public static MediaEngine humming(Loop loop) {
        return new WebRtcEngine(loop, TestSound::new, TestCapture::new);
    }

    /** Says back what it hears, and shows a moving picture. What it hears is decoded. */
    public static MediaEngine echoing(Loop loop) {
        return new WebRtcEngine(loop, EchoSound::new, TestCapture::new);
    }

    /** Has no sound at all, as a machine without a sound system; shows a moving picture. What it hears is decoded. */
    public static MediaEngine silent(Loop loop) {
        return new WebRtcEngine(loop, NoSound::new, TestCapture::new);
    }

    /** Hums, and shows a moving picture of that size and that many frames a second. */
    public static MediaEngine showing(Loop loop, int width, int height, int rate) {
        return new WebRtcEngine(loop, TestSound::new, () -> new TestCapture(width, height, rate));
    }

    /** Says nothing and shows nothing. */
    public static MediaEngine without(Loop loop) {
        return WebRtcEngine.ofThisMachine(loop);
    }
}
