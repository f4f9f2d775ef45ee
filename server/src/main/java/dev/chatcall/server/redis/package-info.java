/** The connection to Redis, which several servers of one installation share. */
@NullMarked
package dev.chatcall.server.redis;

import org.jspecify.annotations.NullMarked;
