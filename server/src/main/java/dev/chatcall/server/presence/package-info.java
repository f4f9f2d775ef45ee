/** Who is online, and who is shown it. Droppable: nothing here is numbered, and the last word is always right. */
@NullMarked
package dev.chatcall.server.presence;

import org.jspecify.annotations.NullMarked;
