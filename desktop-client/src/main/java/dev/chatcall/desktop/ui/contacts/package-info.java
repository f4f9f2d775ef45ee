/** One's contacts and requests both ways. */
@NullMarked
package dev.chatcall.desktop.ui.contacts;

import org.jspecify.annotations.NullMarked;
