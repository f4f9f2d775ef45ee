/** The list of conversations with its search. */
@NullMarked
package dev.chatcall.desktop.ui.list;

import org.jspecify.annotations.NullMarked;
