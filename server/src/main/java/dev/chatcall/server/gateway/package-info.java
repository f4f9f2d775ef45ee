/**
 * The WebSocket edge: {@link dev.chatcall.server.gateway.Gateway} takes connections, {@link
 * dev.chatcall.server.gateway.Dispatcher} hands what comes in to the services, {@link
 * dev.chatcall.server.gateway.Delivery} sends what happened out to whom it concerns.
 */
@NullMarked
package dev.chatcall.server.gateway;

import org.jspecify.annotations.NullMarked;
