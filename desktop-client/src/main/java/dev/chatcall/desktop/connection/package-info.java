/** One WebSocket to the server, opened again whenever it is lost. */
@NullMarked
package dev.chatcall.desktop.connection;

import org.jspecify.annotations.NullMarked;
