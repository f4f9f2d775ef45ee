/** Beginning a conversation or a group. */
@NullMarked
package dev.chatcall.desktop.ui.newchat;

import org.jspecify.annotations.NullMarked;
