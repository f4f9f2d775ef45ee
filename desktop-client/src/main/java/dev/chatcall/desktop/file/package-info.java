/** Small files that are replaced whole, and who may read them. */
@NullMarked
package dev.chatcall.desktop.file;

import org.jspecify.annotations.NullMarked;
