package dev.chatcall.desktop.call;

import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.QualityCause;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The call that this program is in.
 *
 * @param connectedAt when the first media flowed, ms since the epoch; for the running time
 * @param tiles one's own last; screens before cameras
 * @param speaking who is heard, the loudest first
 * @param links of each other person, and of oneself under one's own id
 * @param reactions shown for a moment
 * @param problem what is wrong just now, for a line in the call
 */
public record CurrentCall(
        Call call,
        CallPhase phase,
        CallRoute route,
        @Nullable Long connectedAt,
        List<Tile> tiles,
        List<UUID> speaking,
        SelfState self,
        Map<UUID, LinkQuality> links,
        List<Reaction> reactions,
        @Nullable CallProblem problem,
        @Nullable Ending ending) {

    public record Reaction(long key, UUID accountId, String emoji) {}

    public enum CallProblem {
        LINE,
        MEDIA,
        MEDIA_SERVICE
    }

    /** Why there is no sound or picture of oneself, where that was not wished. */
    public enum DeviceProblem {
        DENIED,
        MISSING,
        BUSY
    }

    public record SelfState(
            boolean microphone,
            boolean camera,
            boolean screen,
            boolean hand,
            @Nullable DeviceProblem microphoneProblem,
            @Nullable DeviceProblem cameraProblem) {}

    /** @param reason how the server says it ended; null: it goes on on another device, or without oneself */
    public record Ending(
            @Nullable EndReason reason,
            long durationMs,
            @Nullable QualityCause quality) {}
}
