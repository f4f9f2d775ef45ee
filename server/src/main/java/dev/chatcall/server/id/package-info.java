/** Where ids come from. */
@NullMarked
package dev.chatcall.server.id;

import org.jspecify.annotations.NullMarked;
