package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.observable.Subscription;
import java.util.List;

/** Melodies that come again and again while it rings, made here out of sine tones. */
enum Tone {
    /** Three rising notes, twice. */
    RING(
            List.of(
                    new Note(523.25, 0),
                    new Note(659.25, 0.16),
                    new Note(783.99, 0.32),
                    new Note(659.25, 0.64),
                    new Note(783.99, 0.8),
                    new Note(1046.5, 0.96)),
            0.16,
            0.5,
            3),
    /** What the caller hears while it rings there: one low, long tone. */
    RINGBACK(List.of(new Note(425, 0)), 0.05, 1, 4);

    /** Of the samples, a second. */
    static final int RATE = 44_100;

    private static final double ATTACK = 0.02;
    /** What an exponential fall ends with. */
    private static final double SILENT = 0.0005;

    private final List<Note> notes;
    private final double loudness;
    private final double noteSeconds;
    private final double everySeconds;

    /** @param at seconds after the beginning */
    private record Note(double hertz, double at) {}

    Tone(List<Note> notes, double loudness, double noteSeconds, double everySeconds) {
        this.notes = notes;
        this.loudness = loudness;
        this.noteSeconds = noteSeconds;
        this.everySeconds = everySeconds;
    }

    /** Plays it over and over, until it is closed. Silent where there is no sound. Does not block. */
    Subscription play() {
        return TonePlayer.play(samples());
    }

    /** One round with the pause after it: 16 bit, one channel, little-endian. */
    byte[] samples() {
        double[] sum = new double[(int) (RATE * everySeconds)];
        notes.forEach(note -> add(note, sum));
        byte[] samples = new byte[sum.length * 2];
        for (int at = 0; at < sum.length; at++) {
            int value = (int) Math.round(Math.clamp(sum[at], -1, 1) * Short.MAX_VALUE);
            samples[2 * at] = (byte) value;
            samples[2 * at + 1] = (byte) (value >> 8);
        }
        return samples;
    }

    private void add(Note note, double[] sum) {
        int from = (int) (note.at * RATE);
        int count = (int) (noteSeconds * RATE);
        double fall = Math.log(SILENT / loudness) / (noteSeconds - ATTACK);
        for (int at = 0; at < count && from + at < sum.length; at++) {
            double time = (double) at / RATE;
            double volume = time < ATTACK ? loudness * time / ATTACK : loudness * Math.exp(fall * (time - ATTACK));
            sum[from + at] += volume * Math.sin(2 * Math.PI * note.hertz * time);
        }
    }
}
