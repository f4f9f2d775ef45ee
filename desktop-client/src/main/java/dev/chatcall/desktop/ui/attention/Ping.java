package dev.chatcall.desktop.ui.attention;

import java.util.concurrent.Executor;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sound for a new message: two soft notes, a fourth apart, made here out of two sine tones. */
public final class Ping {
    private static final Logger LOG = LoggerFactory.getLogger(Ping.class);
    private static final int RATE = 44_100;
    private static final double[][] NOTES = {{659.25, 0}, {880, 0.09}};
    private static final double LOUDNESS = 0.12;
    private static final double ATTACK = 0.012;
    private static final double FADE = 0.35;
    private static final double SILENT = 0.0005;

    private final Executor background;

    /** @param background where it plays: sound blocks */
    public Ping(Executor background) {
        this.background = background;
    }

    /** Silent where the system has no sound. Blocks nobody. */
    public void play() {
        background.execute(() -> {
            AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
            byte[] samples = samples();
            try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
                line.open(format);
                line.start();
                line.write(samples, 0, samples.length);
                line.drain();
            } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
                // No card, or all of it taken: javax.sound says so in either way.
                LOG.debug("No sound: {}", e.getMessage());
            }
        });
    }

    /** 16 bit, one channel, little-endian. */
    static byte[] samples() {
        double[] sum = new double[(int) (RATE * (NOTES[1][1] + FADE))];
        for (double[] note : NOTES) {
            int from = (int) (note[1] * RATE);
            for (int at = 0; at < RATE * FADE && from + at < sum.length; at++) {
                double time = (double) at / RATE;
                sum[from + at] += volume(time) * Math.sin(2 * Math.PI * note[0] * time);
            }
        }
        byte[] samples = new byte[sum.length * 2];
        for (int at = 0; at < sum.length; at++) {
            int value = (int) Math.round(Math.clamp(sum[at], -1, 1) * Short.MAX_VALUE);
            samples[2 * at] = (byte) value;
            samples[2 * at + 1] = (byte) (value >> 8);
        }
        return samples;
    }

    private static double volume(double time) {
        if (time < ATTACK) {
            return LOUDNESS * time / ATTACK;
        }
        return LOUDNESS * Math.pow(SILENT / LOUDNESS, (time - ATTACK) / (FADE - ATTACK));
    }
}
