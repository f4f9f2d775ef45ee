/** What the program says, in the language of whoever reads it. */
@NullMarked
package dev.chatcall.desktop.text;

import org.jspecify.annotations.NullMarked;
