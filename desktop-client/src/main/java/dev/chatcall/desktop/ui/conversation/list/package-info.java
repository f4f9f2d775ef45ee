/** A list of rows of different heights that draws only what is seen and keeps its place. */
@NullMarked
package dev.chatcall.desktop.ui.conversation.list;

import org.jspecify.annotations.NullMarked;
