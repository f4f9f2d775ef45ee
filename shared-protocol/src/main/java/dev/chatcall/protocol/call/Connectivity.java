package dev.chatcall.protocol.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to find out whether calls will work.
 *
 * @param serverTime milliseconds since 1970: a clock that is off makes TURN refuse
 * @param mediaService true when group calls work
 * @param mediaProblem one sentence for an operator when they do not: what is missing and what to run
 * @param announcedAddress where the media service says that it can be reached, null when there is none
 * @param mediaPorts its first and last port (UDP and TCP), empty when there is none
 */
public record Connectivity(
        long serverTime,
        List<IceServer> iceServers,
        boolean mediaService,
        @Nullable String mediaProblem,
        @Nullable String announcedAddress,
        List<Integer> mediaPorts) {}
