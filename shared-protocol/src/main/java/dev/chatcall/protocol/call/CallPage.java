package dev.chatcall.protocol.call;

import java.util.List;

/**
 * A page of one's calls, the newest first.
 *
 * @param more there are older ones: ask with the last {@code id} as {@code before}
 */
public record CallPage(List<CallSummary> calls, boolean more) {}
