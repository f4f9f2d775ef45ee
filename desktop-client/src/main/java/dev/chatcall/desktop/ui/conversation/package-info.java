/** The open conversation: who, what was said, and where to answer. */
@NullMarked
package dev.chatcall.desktop.ui.conversation;

import org.jspecify.annotations.NullMarked;
