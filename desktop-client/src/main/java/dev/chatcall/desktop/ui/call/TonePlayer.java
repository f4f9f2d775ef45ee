package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.observable.Subscription;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays samples again and again on a thread of its own, on the system's speaker. */
final class TonePlayer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TonePlayer.class);
    private static final int CHUNK = Tone.RATE / 10 * 2;

    private final byte[] samples;
    private volatile boolean stopped;

    private TonePlayer(byte[] samples) {
        this.samples = samples;
    }

    static Subscription play(byte[] samples) {
        TonePlayer player = new TonePlayer(samples);
        Thread.ofPlatform().daemon().name("ring-tone").start(player);
        return () -> player.stopped = true;
    }

    @Override
    public void run() {
        AudioFormat format = new AudioFormat(Tone.RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format, CHUNK * 2);
            line.start();
            for (int at = 0; !stopped; at = at + CHUNK < samples.length ? at + CHUNK : 0) {
                line.write(samples, at, Math.min(CHUNK, samples.length - at));
            }
            line.flush();
        } catch (LineUnavailableException | IllegalArgumentException | IllegalStateException e) {
            // No sound card, or somebody else has it: the call is seen and not heard.
            LOG.debug("No tone while it rings: {}", e.getMessage());
        }
    }
}
