/** What the server and the media service say to each other; its TypeScript is {@code typescript/media.ts}. */
@NullMarked
package dev.chatcall.protocol.media;

import org.jspecify.annotations.NullMarked;
