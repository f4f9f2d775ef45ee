/** Carries what happened on one server to the connections of every server. */
@NullMarked
package dev.chatcall.server.bus;

import org.jspecify.annotations.NullMarked;
