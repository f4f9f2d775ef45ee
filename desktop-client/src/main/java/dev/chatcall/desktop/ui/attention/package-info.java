/** Tells of what happens while one looks elsewhere: toasts, the system's notifications, a sound, the tray. */
@NullMarked
package dev.chatcall.desktop.ui.attention;

import org.jspecify.annotations.NullMarked;
