/** Emoji as pictures, since JavaFX draws none in colour. */
@NullMarked
package dev.chatcall.desktop.ui.emoji;

import org.jspecify.annotations.NullMarked;
