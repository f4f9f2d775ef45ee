/** The one thread on which the core's state lives. */
@NullMarked
package dev.chatcall.desktop.loop;

import org.jspecify.annotations.NullMarked;
