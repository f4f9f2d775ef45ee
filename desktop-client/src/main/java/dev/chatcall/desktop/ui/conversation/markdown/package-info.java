/** The Markdown subset that both clients draw. Without a toolkit. */
@NullMarked
package dev.chatcall.desktop.ui.conversation.markdown;

import org.jspecify.annotations.NullMarked;
