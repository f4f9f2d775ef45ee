/** The HTTP edge: declared routes, who may ask, what goes in and out, and nothing of what it means. */
@NullMarked
package dev.chatcall.server.http;

import org.jspecify.annotations.NullMarked;
