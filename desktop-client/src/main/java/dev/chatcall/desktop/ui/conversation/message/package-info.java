/** The message list: bubbles, lines between them, and what can be done with a message. */
@NullMarked
package dev.chatcall.desktop.ui.conversation.message;

import org.jspecify.annotations.NullMarked;
