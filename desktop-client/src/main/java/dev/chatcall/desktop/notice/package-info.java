/** Whether a message asks for attention. */
@NullMarked
package dev.chatcall.desktop.notice;

import org.jspecify.annotations.NullMarked;
