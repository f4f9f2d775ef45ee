/** Who is online. */
@NullMarked
package dev.chatcall.protocol.presence;

import org.jspecify.annotations.NullMarked;
