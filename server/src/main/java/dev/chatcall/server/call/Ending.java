package dev.chatcall.server.call;

import dev.chatcall.protocol.call.EndReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How and when a call ended. @param movedTo the call in its place, where it moved */
record Ending(EndReason reason, Instant at, @Nullable UUID movedTo) {}
