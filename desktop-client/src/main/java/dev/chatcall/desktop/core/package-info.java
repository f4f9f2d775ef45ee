/** The parts of the core put together: the client behind the facade. */
@NullMarked
package dev.chatcall.desktop.core;

import org.jspecify.annotations.NullMarked;
