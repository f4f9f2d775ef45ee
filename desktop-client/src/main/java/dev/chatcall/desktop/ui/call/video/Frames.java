package dev.chatcall.desktop.ui.call.video;

import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.ui.call.video.FrameCounts.Count;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Holds the one frame that waits to be drawn. The media's thread fills it, the screen's thread takes it; while one waits,
 * what comes is dropped and counted, so that a slow screen shows fewer frames, never older ones.
 */
final class Frames implements VideoSource.Sink {
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Bgra bgra = new Bgra();
    private final Count count;
    private final Runnable tell;
    private Frame frame = new Frame(0, 0, 0, ByteBuffer.allocateDirect(0));

    /** @param pixels BGRA, row after row; rotation: degrees clockwise to turn the picture by */
    record Frame(int width, int height, int rotation, ByteBuffer pixels) {}

    /** @param tell called on the media's thread when a frame waits; must not block */
    Frames(Count count, Runnable tell) {
        this.count = count;
        this.tell = tell;
    }

    @Override
    public synchronized void frame(VideoSource.I420Frame next, int rotation) {
        if (!waiting.compareAndSet(false, true)) {
            count.drop();
            return;
        }
        int bytes = next.width() * next.height() * 4;
        ByteBuffer pixels = frame.pixels.capacity() == bytes ? frame.pixels : ByteBuffer.allocateDirect(bytes);
        pixels.order(ByteOrder.LITTLE_ENDIAN);
        bgra.convert(next, pixels.clear().asIntBuffer());
        frame = new Frame(next.width(), next.height(), rotation, pixels);
        count.draw();
        tell.run();
    }

    /** The frame that waits. Its pixels stay as they are until {@link #drawn}. */
    synchronized Frame waiting() {
        return frame;
    }

    /** The frame was taken and the screen is ready for another. */
    void drawn() {
        waiting.set(false);
    }
}
