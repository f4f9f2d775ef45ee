/** Where messages are written: text, mentions, emoji. */
@NullMarked
package dev.chatcall.desktop.ui.conversation.composer;

import org.jspecify.annotations.NullMarked;
