package dev.chatcall.protocol.call;

import java.util.UUID;

/** What one sends on a media line, as the others know it. */
public record SentTrack(String mid, UUID producerId) {}
