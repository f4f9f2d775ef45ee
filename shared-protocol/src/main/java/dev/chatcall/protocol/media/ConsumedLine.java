package dev.chatcall.protocol.media;

import java.util.UUID;

/**
 * A media line that the media service offers, and the consumer that sends on it.
 *
 * @param kind {@code audio} or {@code video}
 */
public record ConsumedLine(String mid, UUID consumerId, UUID producerId, String kind, boolean producerPaused) {}
