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
    void onlyTheFirstSectionOfAnAnswerIsSent() {
        String first = "v=0\r\ns=-\r\nm=audio 9 RTP 111\r\na=mid:0\r\n";
        assertEquals(first, Sdp.firstSection(first + "m=video 9 RTP 96\r\na=mid:1\r\nm=video 9 RTP 96\r\n"));
        assertEquals(first, Sdp.firstSection(first));
    }

    private static List<Boolean> active(@Nullable Integer highest) {
        return Layers.upTo(Layers.CAMERA, highest).stream()
                .map(Encoding::active)
                .toList();
    }
}
