/** The one exception with which a service refuses. */
@NullMarked
package dev.chatcall.server.error;

import org.jspecify.annotations.NullMarked;
