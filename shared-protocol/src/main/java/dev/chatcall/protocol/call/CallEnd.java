package dev.chatcall.protocol.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param at milliseconds since 1970
 * @param movedTo the call that goes on in its place, when {@link EndReason#MOVED}
 */
public record CallEnd(EndReason reason, long at, @Nullable UUID movedTo) {}
