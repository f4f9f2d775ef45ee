/** The one JSON mapper of the server. */
@NullMarked
package dev.chatcall.server.json;

import org.jspecify.annotations.NullMarked;
