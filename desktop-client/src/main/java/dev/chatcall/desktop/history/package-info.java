/** Older messages, loaded in pages, and which piece of a conversation is on screen. */
@NullMarked
package dev.chatcall.desktop.history;

import org.jspecify.annotations.NullMarked;
