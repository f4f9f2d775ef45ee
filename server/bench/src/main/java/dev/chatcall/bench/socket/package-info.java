/** A lean WebSocket client: one thread, one selector, frames encoded and read by hand. */
@NullMarked
package dev.chatcall.bench.socket;

import org.jspecify.annotations.NullMarked;
