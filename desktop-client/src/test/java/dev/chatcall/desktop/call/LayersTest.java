package dev.chatcall.desktop.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatcall.desktop.call.Layers.Wanted;
import dev.chatcall.desktop.media.Peer.Encoding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** As in a browser: {@code web-client/src/core/calls/pure.test.ts}. */
class LayersTest {

    @Test
    void aTileIsGivenTheSmallestPictureThatIsGoodEnough() {
        assertEquals(new Wanted(true, 0), Layers.wantedFor(0));
        assertEquals(new Wanted(false, 0), Layers.wantedFor(400));
        assertEquals(new Wanted(false, 1), Layers.wantedFor(401));
        assertEquals(new Wanted(false, 1), Layers.wantedFor(800));
        assertEquals(new Wanted(false, 2), Layers.wantedFor(801));
        assertEquals(new Wanted(false, 0), Layers.wantedFor(null));
    }

    @Test
    void nothingIsSentThatNobodyWants() {
        assertEquals(List.of(true, true, true), active(2));
        assertEquals(List.of(true, false, false), active(0));
        assertEquals(List.of(false, false, false), active(null));
    }

    @Test
    void aSmallCameraIsSentInFullAndInFewerSizes() {
        assertEquals(List.of(4.0, 2.0, 1.0), sizes(1280 * 720));
        assertEquals(List.of(2.0, 1.0), sizes(640 * 480));
        assertEquals(List.of(1.0), sizes(320 * 240));
        assertEquals(List.of(4.0, 2.0, 1.0), sizes(0), "not known");
        assertEquals(3, Layers.camera(320 * 240).size(), "another camera may come");
        assertEquals(sizes(640 * 480), sizes(Layers.upTo(Layers.camera(640 * 480), 2)));
    }

    @Test
    void onlyTheFirstSectionOfAnAnswerIsSent() {
        String first = "v=0\r\ns=-\r\nm=audio 9 RTP 111\r\na=mid:0\r\n";
        assertEquals(first, Sdp.firstSection(first + "m=video 9 RTP 96\r\na=mid:1\r\nm=video 9 RTP 96\r\n"));
        assertEquals(first, Sdp.firstSection(first));
    }

    private static List<Boolean> active(@Nullable Integer highest) {
        return Layers.upTo(Layers.camera(1280 * 720), highest).stream()
                .map(Encoding::active)
                .toList();
    }

    private static List<Double> sizes(int pixels) {
        return sizes(Layers.camera(pixels));
    }

    private static List<Double> sizes(List<Encoding> encodings) {
        return encodings.stream()
                .filter(Encoding::active)
                .map(Encoding::scaleDownBy)
                .toList();
    }
}
