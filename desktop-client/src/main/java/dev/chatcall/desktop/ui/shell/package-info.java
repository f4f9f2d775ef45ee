/** The window: its places, its panes, and what lies over them. */
@NullMarked
package dev.chatcall.desktop.ui.shell;

import org.jspecify.annotations.NullMarked;
