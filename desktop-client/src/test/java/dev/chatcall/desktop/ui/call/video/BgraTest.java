package dev.chatcall.desktop.ui.call.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.media.VideoSource.I420Frame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.junit.jupiter.api.Test;

class BgraTest {
    /** BT.601, limited range: Y, U, V and what they are as red, green, blue. */
    private static final int[][] KNOWN = {
        {16, 128, 128, 0x000000},
        {235, 128, 128, 0xffffff},
        {126, 128, 128, 0x808080},
        {81, 90, 240, 0xff0000},
        {145, 54, 34, 0x00ff00},
        {41, 240, 110, 0x0000ff},
        {210, 16, 146, 0xffff00},
        {106, 202, 222, 0xff00ff},
        {170, 166, 16, 0x00ffff}
    };

    private static int[] pixelsOf(I420Frame frame) {
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(frame.width() * frame.height() * 4).order(ByteOrder.LITTLE_ENDIAN);
        IntBuffer pixels = bytes.asIntBuffer();
        new Bgra().convert(frame, pixels);
        int[] all = new int[frame.width() * frame.height()];
        pixels.get(0, all);
        return all;
    }

    @Test
    void knownColoursComeOutAsTheyAre() {
        for (int[] known : KNOWN) {
            int pixel = pixelsOf(SampleVideo.halves(4, 4, known, known))[5];
            assertThat(pixel >>> 24).isEqualTo(255);
            for (int shift = 0; shift < 24; shift += 8) {
                assertThat((pixel >> shift) & 0xff)
                        .as("%06x in %06x", known[3], pixel)
                        .isCloseTo((known[3] >> shift) & 0xff, org.assertj.core.data.Offset.offset(2));
            }
        }
    }

    @Test
    void valuesBeyondTheRangeAreCutOffAndNeverWrapRound() {
        assertThat(pixelsOf(SampleVideo.halves(2, 2, new int[] {255, 128, 128}, new int[] {0, 128, 128})))
                .containsExactly(0xffffffff, 0xff000000, 0xffffffff, 0xff000000);
    }

    @Test
    void rowsLongerThanThePictureAndOddSizesKeepEveryPixelInItsPlace() {
        int[] red = KNOWN[3];
        int[] blue = KNOWN[5];
        int[] pixels = pixelsOf(SampleVideo.halves(9, 5, red, blue));
        for (int y = 0; y < 5; y++) {
            assertThat(pixels[y * 9] & 0xff0000).isGreaterThan(0xf00000);
            assertThat(pixels[y * 9 + 8] & 0xff).isGreaterThan(0xf0);
            assertThat(pixels[y * 9 + 8] & 0xff0000).isLessThan(0x100000);
        }
    }

    @Test
    void theBytesAreBlueGreenRedAndOpaque() {
        ByteBuffer bytes = ByteBuffer.allocateDirect(16).order(ByteOrder.LITTLE_ENDIAN);
        new Bgra().convert(SampleVideo.halves(2, 2, KNOWN[3], KNOWN[3]), bytes.asIntBuffer());
        assertThat(bytes.get(0) & 0xff).isLessThan(4);
        assertThat(bytes.get(1) & 0xff).isLessThan(4);
        assertThat(bytes.get(2) & 0xff).isGreaterThan(251);
        assertThat(bytes.get(3) & 0xff).isEqualTo(255);
    }

    @Test
    void aSmallerFrameAfterALargerOneIsWhole() {
        Bgra bgra = new Bgra();
        IntBuffer pixels = IntBuffer.allocate(64);
        bgra.convert(SampleVideo.halves(8, 8, KNOWN[1], KNOWN[1]), pixels);
        bgra.convert(SampleVideo.halves(4, 2, KNOWN[0], KNOWN[0]), pixels);
        for (int at = 0; at < 8; at++) {
            assertThat(pixels.get(at)).isEqualTo(0xff000000);
        }
    }

    /** How long it takes is written down, not judged: machines differ. */
    @Test
    void aLargeFrameIsMeasured() {
        Bgra bgra = new Bgra();
        I420Frame frame = SampleVideo.halves(1280, 720, KNOWN[3], KNOWN[5]);
        IntBuffer pixels = ByteBuffer.allocateDirect(1280 * 720 * 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
        long begin = 0;
        int rounds = 200;
        for (int round = -200; round < rounds; round++) {
            if (round == 0) {
                begin = System.nanoTime();
            }
            bgra.convert(frame, pixels);
        }
        System.out.printf("720p to BGRA: %.2f ms%n", (System.nanoTime() - begin) / 1e6 / rounds);
        assertThat(pixels.get(1279) & 0xff).isGreaterThan(0xf0);
    }
}
