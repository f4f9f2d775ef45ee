/** Registering, signing in and out, and the sessions between. */
@NullMarked
package dev.chatcall.server.session;

import org.jspecify.annotations.NullMarked;
