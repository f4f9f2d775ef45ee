package dev.chatcall.desktop.call;

import org.jspecify.annotations.Nullable;

/**
 * Measured over the last seconds. What is null is not known.
 *
 * @param lossIn 0 to 1
 */
public record LinkQuality(
        Grade grade,
        @Nullable Integer roundTripMs,
        @Nullable Double lossIn,
        @Nullable Double lossOut,
        @Nullable Integer kbitIn,
        @Nullable Integer kbitOut,
        @Nullable String videoCodec,
        @Nullable String audioCodec,
        @Nullable Integer framesPerSecond,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Way way) {

    public enum Grade {
        GOOD,
        FAIR,
        POOR
    }

    public enum Way {
        DIRECT,
        RELAYED,
        SERVER
    }
}
