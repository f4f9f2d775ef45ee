package dev.chatcall.desktop.ui.call.video;

import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.observable.Subscription;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A video whose frames a test gives; a frame is of one colour on the left and another on the right. */
public final class SampleVideo implements VideoSource {
    private final List<Sink> sinks = new CopyOnWriteArrayList<>();

    @Override
    public Subscription watch(Sink sink) {
        sinks.add(sink);
        return () -> sinks.remove(sink);
    }

    /** How many watch it now. */
    public int watchers() {
        return sinks.size();
    }

    public void give(I420Frame frame, int rotation) {
        sinks.forEach(sink -> sink.frame(frame, rotation));
    }

    /** One YUV colour in the left half and another in the right, with rows that are longer than they need be. */
    public static I420Frame halves(int width, int height, int[] left, int[] right) {
        int chromaWidth = (width + 1) / 2;
        int chromaHeight = (height + 1) / 2;
        return new I420Frame(
                width,
                height,
                plane(width, height, width + 13, width / 2, left[0], right[0]),
                plane(chromaWidth, chromaHeight, chromaWidth + 5, width / 4, left[1], right[1]),
                plane(chromaWidth, chromaHeight, chromaWidth + 3, width / 4, left[2], right[2]),
                width + 13,
                chromaWidth + 5,
                chromaWidth + 3);
    }

    private static ByteBuffer plane(int width, int height, int stride, int half, int left, int right) {
        ByteBuffer plane = ByteBuffer.allocateDirect(stride * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                plane.put(y * stride + x, (byte) (x < half ? left : right));
            }
        }
        return plane;
    }
}
