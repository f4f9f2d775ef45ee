/** The one JSON mapper of the program. */
@NullMarked
package dev.chatcall.desktop.json;

import org.jspecify.annotations.NullMarked;
