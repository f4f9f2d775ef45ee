/** Values that can be watched, without a toolkit. */
@NullMarked
package dev.chatcall.desktop.observable;

import org.jspecify.annotations.NullMarked;
