package dev.chatcall.desktop.call;

import dev.chatcall.desktop.media.Peer.Encoding;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which pictures of a camera are worth sending and receiving. Pure. */
final class Layers {
    private static final int SMALL = 150_000;
    private static final int MIDDLE = 500_000;
    private static final int LARGE = 1_500_000;
    /** The library sends no third picture of a camera of fewer pixels, and no second one of still fewer. */
    private static final int PIXELS_FOR_THREE = 960 * 540;

    private static final int PIXELS_FOR_TWO = 480 * 270;

    /** One picture in full: a smaller one of a text is worth nothing. */
    static final List<Encoding> SCREEN = List.of(new Encoding(1, 2_500_000, true));

    /** Up to how many pixels a layer is good enough, a little enlarged. */
    private static final List<Integer> GOOD_UP_TO = List.of(400, 800);
    /** For a tile that nobody has drawn yet. */
    private static final int UNKNOWN_WIDTH = 400;

    private Layers() {}

    /**
     * What is sent of a camera, from the smallest picture to the largest, which is the camera's own: three, for the line
     * keeps their number whatever camera comes after. Of a camera that is small itself, fewer are sent.
     *
     * @param pixels of a picture of the camera; 0 where one does not know
     */
    static List<Encoding> camera(int pixels) {
        if (pixels == 0 || pixels >= PIXELS_FOR_THREE) {
            return List.of(new Encoding(4, SMALL, true), new Encoding(2, MIDDLE, true), new Encoding(1, LARGE, true));
        }
        boolean two = pixels >= PIXELS_FOR_TWO;
        return List.of(
                new Encoding(two ? 2 : 1, SMALL, true), new Encoding(1, MIDDLE, two), new Encoding(1, LARGE, false));
    }

    /** @param spatialLayer 0 is the smallest */
    record Wanted(boolean paused, int spatialLayer) {
        /** Sound has one layer. */
        static final Wanted SOUND = new Wanted(false, 0);
    }

    /** @param width of the tile in pixels, 0 when it is off screen, null when it was never drawn */
    static Wanted wantedFor(@Nullable Integer width) {
        if (width != null && width == 0) {
            return new Wanted(true, 0);
        }
        int pixels = width == null ? UNKNOWN_WIDTH : width;
        int layer = (int) GOOD_UP_TO.stream().filter(limit -> pixels > limit).count();
        return new Wanted(false, layer);
    }

    /** @param highest the highest layer that anybody wants, null when nobody wants any; what is not sent stays unsent */
    static List<Encoding> upTo(List<Encoding> encodings, @Nullable Integer highest) {
        return IntStream.range(0, encodings.size())
                .mapToObj(layer -> new Encoding(
                        encodings.get(layer).scaleDownBy(),
                        encodings.get(layer).maxBitrate(),
                        encodings.get(layer).active() && highest != null && layer <= highest))
                .toList();
    }
}
