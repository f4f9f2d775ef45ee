/** Calls: what clients ask, what the server answers and tells, and a call as it stands. */
@NullMarked
package dev.chatcall.protocol.call;

import org.jspecify.annotations.NullMarked;
