/** The one list of error codes and the shape in which an error travels. */
@NullMarked
package dev.chatcall.protocol.error;

import org.jspecify.annotations.NullMarked;
