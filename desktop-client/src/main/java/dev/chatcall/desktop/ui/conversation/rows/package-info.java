/** What stands on each line of a conversation, in words. Without a toolkit. */
@NullMarked
package dev.chatcall.desktop.ui.conversation.rows;

import org.jspecify.annotations.NullMarked;
