/** The pictures on buttons: the same set as the web client's. */
@NullMarked
package dev.chatcall.desktop.ui.icon;

import org.jspecify.annotations.NullMarked;
