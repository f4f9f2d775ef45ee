/** One's messages on their way to the server. */
@NullMarked
package dev.chatcall.desktop.outbox;

import org.jspecify.annotations.NullMarked;
