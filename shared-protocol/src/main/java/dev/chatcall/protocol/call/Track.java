package dev.chatcall.protocol.call;

import java.util.UUID;

/**
 * What a participant sends to the media service; whoever is in the call may consume it.
 *
 * @param producerId of the media service
 */
public record Track(UUID producerId, TrackSource source) {}
