package dev.chatcall.server.doctor;

import dev.chatcall.protocol.call.IceServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor needs to know from the server that runs.
 *
 * @param serverTime milliseconds since 1970
 * @param mediaProblem why there is no media service, null when there is one
 * @param iceParameters of a transport of the media service that waits for half a minute; JSON, null without one
 * @param iceCandidates where that transport is, as clients are told; JSON, null without one
 */
public record Diagnosis(
        String version,
        long serverTime,
        List<IceServer> iceServers,
        @Nullable String mediaProblem,
        @Nullable String iceParameters,
        @Nullable String iceCandidates) {}
