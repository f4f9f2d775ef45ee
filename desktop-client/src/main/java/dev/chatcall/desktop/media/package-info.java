/** Cameras, microphones, screens and peer connections, behind one port. */
@NullMarked
package dev.chatcall.desktop.media;

import org.jspecify.annotations.NullMarked;
