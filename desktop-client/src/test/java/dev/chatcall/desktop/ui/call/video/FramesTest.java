package dev.chatcall.desktop.ui.call.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.media.VideoSource.I420Frame;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final int[] WHITE = {235, 128, 128};
    private static final int[] BLACK = {16, 128, 128};

    private final FrameCounts.Count count = new FrameCounts().of("tile");
    private final AtomicInteger told = new AtomicInteger();
    private final Frames frames = new Frames(count, told::incrementAndGet);

    private static I420Frame plain(int width, int[] colour) {
        return SampleVideo.halves(width, 2, colour, colour);
    }

    @Test
    void whileOneWaitsTheOthersAreDroppedAndCounted() {
        frames.frame(plain(2, WHITE), 0);
        frames.frame(plain(2, BLACK), 0);
        frames.frame(plain(2, BLACK), 0);
        assertThat(told).hasValue(1);
        assertThat(count.drawn()).isEqualTo(1);
        assertThat(count.dropped()).isEqualTo(2);
        assertThat(frames.waiting().pixels().get(0) & 0xff).isEqualTo(255);
    }

    @Test
    void afterItWasDrawnTheNextIsTaken() {
        frames.frame(plain(2, WHITE), 0);
        frames.drawn();
        frames.frame(plain(2, BLACK), 90);
        assertThat(told).hasValue(2);
        assertThat(count.dropped()).isZero();
        assertThat(frames.waiting().rotation()).isEqualTo(90);
        assertThat(frames.waiting().pixels().get(0) & 0xff).isZero();
    }

    @Test
    void aFrameOfAnotherSizeIsWholeAndOfItsSize() {
        frames.frame(plain(2, WHITE), 0);
        frames.drawn();
        frames.frame(plain(6, BLACK), 0);
        assertThat(frames.waiting().width()).isEqualTo(6);
        assertThat(frames.waiting().pixels().capacity()).isEqualTo(6 * 2 * 4);
    }
}
