package dev.chatcall.desktop.sync;

import java.util.Map;

/**
 * Frames of one conversation that cannot be applied yet.
 *
 * @param upTo the highest change heard of; known up to here, nothing is missing any more
 * @param since when the gap was seen, ms since the epoch
 */
record Aside(Map<Long, ChangeFrame> frames, long upTo, long since) {}
