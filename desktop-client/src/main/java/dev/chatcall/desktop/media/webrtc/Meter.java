package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.Loudness;

/** How loud a sound is: rises at once and falls slowly, as meters do. */
final class Meter implements Loudness {
    private static final double FALL = 0.8;
    /** Speech is far from full scale: what is drawn fills up at a fifth of it. */
    private static final double GAIN = 5;

    private volatile double level;
    private volatile Runnable stop = () -> {};

    /** Takes 16 bit samples. */
    void hear(byte[] samples, int bytes) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i + 1 < Math.min(bytes, samples.length); i += 2) {
            int sample = (short) ((samples[i] & 0xff) | (samples[i + 1] << 8));
            sum += (double) sample * sample;
            count++;
        }
        double now = count == 0 ? 0 : Math.min(1, Math.sqrt(sum / count) / Short.MAX_VALUE * GAIN);
        level = Math.max(now, level * FALL);
    }

    void onClose(Runnable stop) {
        this.stop = stop;
    }

    @Override
    public double level() {
        return level;
    }

    @Override
    public void close() {
        stop.run();
    }
}
