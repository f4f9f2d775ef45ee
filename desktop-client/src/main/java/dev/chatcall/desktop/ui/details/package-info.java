/** What there is to know and to set about one conversation. */
@NullMarked
package dev.chatcall.desktop.ui.details;

import org.jspecify.annotations.NullMarked;
