package dev.chatcall.protocol.call;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person in a call or called.
 *
 * @param endpointId the device (browser tab, desktop program) on which they are in the call, null when they are not
 * @param connected false while that device has lost its connection to the server; the media may still flow
 * @param tracks what they send through the media service; empty in a direct call
 */
public record CallParticipant(
        UUID accountId,
        ParticipantState state,
        @Nullable UUID endpointId,
        boolean connected,
        MediaState media,
        List<Track> tracks) {}
