/** What the screens know of calls. */
@NullMarked
package dev.chatcall.desktop.call;

import org.jspecify.annotations.NullMarked;
