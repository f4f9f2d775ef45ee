/** Who received and read how far: pointers that only move forward, gathered for a moment and stored together. */
@NullMarked
package dev.chatcall.server.receipt;

import org.jspecify.annotations.NullMarked;
