package dev.chatcall.desktop.call;

import dev.chatcall.desktop.media.Peer.Encoding;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which of a camera's three pictures are worth sending and receiving. Pure. */
final class Layers {
    /** From the smallest to the largest: a quarter, a half and the whole of the camera's picture. */
    static final List<Encoding> CAMERA =
            List.of(new Encoding(4, 150_000, true), new Encoding(2, 500_000, true), new Encoding(1, 1_500_000, true));

    /** One picture in full: a smaller one of a text is worth nothing. */
    static final List<Encoding> SCREEN = List.of(new Encoding(1, 2_500_000, true));

    /** Up to how many pixels a layer is good enough, a little enlarged. */
    private static final List<Integer> GOOD_UP_TO = List.of(400, 800);
    /** For a tile that nobody has drawn yet. */
    private static final int UNKNOWN_WIDTH = 400;

    private Layers() {}

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

    /** @param highest the highest layer that anybody wants, null when nobody wants any */
    static List<Encoding> upTo(List<Encoding> encodings, @Nullable Integer highest) {
        return IntStream.range(0, encodings.size())
                .mapToObj(layer -> new Encoding(
                        encodings.get(layer).scaleDownBy(),
                        encodings.get(layer).maxBitrate(),
                        highest != null && layer <= highest))
                .toList();
    }
}
