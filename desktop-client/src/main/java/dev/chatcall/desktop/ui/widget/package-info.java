/** Controls that several screens use. */
@NullMarked
package dev.chatcall.desktop.ui.widget;

import org.jspecify.annotations.NullMarked;
