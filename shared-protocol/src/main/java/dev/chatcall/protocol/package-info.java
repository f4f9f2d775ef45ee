/**
 * Everything that client and server say to each other. {@link dev.chatcall.protocol.ClientMessage} and {@link
 * dev.chatcall.protocol.ServerMessage} travel over the WebSocket, the feature packages below hold the bodies of the
 * HTTP routes and the views that both edges share. All times are milliseconds since the Unix epoch, all ids UUIDs.
 */
@NullMarked
package dev.chatcall.protocol;

import org.jspecify.annotations.NullMarked;
