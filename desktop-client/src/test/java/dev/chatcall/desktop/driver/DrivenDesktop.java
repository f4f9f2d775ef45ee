package dev.chatcall.desktop.driver;

import dev.chatcall.desktop.Desktop;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.webrtc.TestEngines;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The program with devices that a test machine has not got, and with a count of what comes to it. */
public final class DrivenDesktop extends Desktop {
    /** {@code hum}: says a tone, and decodes no sound; otherwise says back what it hears, which it decodes. */
    private static final String SOUND = "chatcall.driver.sound";

    private static final List<WatchedMedia> MEDIA = new CopyOnWriteArrayList<>();

    @Override
    protected MediaEngine media(Loop loop) {
        boolean hum = System.getProperty(SOUND, "").equals("hum");
        WatchedMedia watched = new WatchedMedia(hum ? TestEngines.humming(loop) : TestEngines.echoing(loop), loop);
        MEDIA.add(watched);
        return watched;
    }

    /** What comes in on each line of each open connection. */
    static List<WatchedMedia.Received> received() {
        return MEDIA.stream().flatMap(media -> media.received().stream()).toList();
    }
}
