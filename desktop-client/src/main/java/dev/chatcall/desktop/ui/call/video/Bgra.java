package dev.chatcall.desktop.ui.call.video;

import dev.chatcall.desktop.media.VideoSource.I420Frame;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/**
 * Makes opaque BGRA pixels out of I420 frames (BT.601, limited range). Of one thread: it keeps its rows between frames.
 * The inner loops have no branch and no look-up and work on one width of number each, so that the compiler makes vector
 * instructions of them: a frame of 1280 by 720 takes about a millisecond.
 */
public final class Bgra {
    /** Fixed point, 13 bits behind the point: 255/219, and the BT.601 factors of a colour difference of 255/224. */
    private static final int BITS = 13;

    private static final int LUMA = 9539;
    private static final int RED_V = 13075;
    private static final int GREEN_U = -3209;
    private static final int GREEN_V = -6660;
    private static final int BLUE_U = 16525;
    private static final int HALF = 1 << (BITS - 1);
    private static final int OPAQUE = 0xff000000;

    private byte[] luma = new byte[0];
    private byte[] blueness = new byte[0];
    private byte[] redness = new byte[0];
    private int[] light = new int[0];
    private int[] red = new int[0];
    private int[] green = new int[0];
    private int[] blue = new int[0];
    private int[] pixels = new int[0];

    /** @param target a view on little-endian bytes, with room for every pixel of the frame; written from its start */
    public void convert(I420Frame frame, IntBuffer target) {
        int width = frame.width();
        int chroma = (width + 1) / 2;
        makeRoom(chroma);
        for (int row = 0; row < frame.height(); row++) {
            if ((row & 1) == 0) {
                read(frame.u(), (row >> 1) * frame.strideU(), blueness, chroma);
                read(frame.v(), (row >> 1) * frame.strideV(), redness, chroma);
                spread(chroma);
            }
            read(frame.y(), row * frame.strideY(), luma, width);
            widen(width);
            mix(width);
            target.put(row * width, pixels, 0, width);
        }
    }

    private void makeRoom(int chroma) {
        if (blueness.length >= chroma) {
            return;
        }
        luma = new byte[chroma * 2];
        blueness = new byte[chroma];
        redness = new byte[chroma];
        light = new int[chroma * 2];
        red = new int[chroma * 2];
        green = new int[chroma * 2];
        blue = new int[chroma * 2];
        pixels = new int[chroma * 2];
    }

    private static void read(ByteBuffer plane, int from, byte[] row, int count) {
        plane.get(plane.position() + from, row, 0, count);
    }

    /** What the colour adds to each of two pixels beside each other, the offset of the luma with it. */
    private void spread(int chroma) {
        for (int at = 0; at < chroma; at++) {
            int u = (blueness[at] & 0xff) - 128;
            int v = (redness[at] & 0xff) - 128;
            int base = HALF - 16 * LUMA;
            int toRed = RED_V * v + base;
            int toGreen = GREEN_U * u + GREEN_V * v + base;
            int toBlue = BLUE_U * u + base;
            red[2 * at] = toRed;
            red[2 * at + 1] = toRed;
            green[2 * at] = toGreen;
            green[2 * at + 1] = toGreen;
            blue[2 * at] = toBlue;
            blue[2 * at + 1] = toBlue;
        }
    }

    private void widen(int width) {
        byte[] from = luma;
        int[] to = light;
        for (int x = 0; x < width; x++) {
            to[x] = (from[x] & 0xff) * LUMA;
        }
    }

    private void mix(int width) {
        int[] y = light;
        int[] r = red;
        int[] g = green;
        int[] b = blue;
        int[] out = pixels;
        for (int x = 0; x < width; x++) {
            int toRed = Math.max(0, Math.min(255, (y[x] + r[x]) >> BITS));
            int toGreen = Math.max(0, Math.min(255, (y[x] + g[x]) >> BITS));
            int toBlue = Math.max(0, Math.min(255, (y[x] + b[x]) >> BITS));
            out[x] = OPAQUE | toRed << 16 | toGreen << 8 | toBlue;
        }
    }
}
