/** The way to the media service: its process, its control connection, and the port that calls use. */
@NullMarked
package dev.chatcall.server.media;

import org.jspecify.annotations.NullMarked;
