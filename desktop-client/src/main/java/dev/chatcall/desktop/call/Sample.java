package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.LinkQuality.Way;
import org.jspecify.annotations.Nullable;

/**
 * What was counted since the beginning, at one moment.
 *
 * @param at milliseconds
 * @param lossOut as the other end tells it, 0 to 1
 * @param limitedBy what holds back what is sent
 */
record Sample(
        long at,
        long packetsIn,
        long lostIn,
        long bytesIn,
        long bytesOut,
        @Nullable Double lossOut,
        @Nullable Integer roundTripMs,
        @Nullable String videoCodec,
        @Nullable String audioCodec,
        @Nullable Integer framesPerSecond,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Way way,
        @Nullable Limit limitedBy) {

    enum Limit {
        PROCESSOR,
        BANDWIDTH
    }
}
