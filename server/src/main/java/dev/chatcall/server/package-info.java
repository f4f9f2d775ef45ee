/** The server's entry point and composition root. */
@NullMarked
package dev.chatcall.server;

import org.jspecify.annotations.NullMarked;
