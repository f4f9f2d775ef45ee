package dev.chatcall.protocol.media;

import java.util.UUID;

/** A media line of an offer, and the producer that was made of it. */
public record ProducedLine(String mid, UUID producerId) {}
