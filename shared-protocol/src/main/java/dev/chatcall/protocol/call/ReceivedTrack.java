package dev.chatcall.protocol.call;

import java.util.UUID;

/**
 * A media line that is offered, and what comes on it.
 *
 * @param kind {@code audio} or {@code video}
 */
public record ReceivedTrack(String mid, UUID consumerId, UUID producerId, String kind, boolean producerPaused) {}
