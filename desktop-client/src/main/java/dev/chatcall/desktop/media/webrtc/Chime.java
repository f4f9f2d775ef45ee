package dev.chatcall.desktop.media.webrtc;

import dev.onvoid.webrtc.media.audio.AudioSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A short sound of two tones, to hear whether a speaker works. */
final class Chime implements AudioSource {
    private static final double SECONDS = 0.7;
    private static final double[] TONES = {523.25, 783.99};
    private static final int LOUDNESS = 6_000;
    /** A device that plays nothing does not hold it up for ever. */
    private static final long PATIENCE_MS = 3_000;

    private final CountDownLatch played = new CountDownLatch(1);
    private long position;

    @Override
    public int onPlaybackData(byte[] samples, int count, int bytesPerSample, int channels, int rate) {
        for (int i = 0; i < count; i++) {
            short value = at((double) position++ / rate);
            for (int channel = 0; channel < channels; channel++) {
                int at = (i * channels + channel) * 2;
                if (at + 1 < samples.length) {
                    samples[at] = (byte) value;
                    samples[at + 1] = (byte) (value >> 8);
                }
            }
        }
        if (position > SECONDS * rate) {
            played.countDown();
        }
        return count;
    }

    /** Blocks until it was played. */
    void await() {
        try {
            boolean whole = played.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
            if (!whole) {
                played.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static short at(double seconds) {
        double left = Math.max(0, 1 - seconds / SECONDS);
        double tone = TONES[seconds < SECONDS / 2 ? 0 : 1];
        return (short) (LOUDNESS * left * Math.sin(2 * Math.PI * tone * seconds));
    }
}
