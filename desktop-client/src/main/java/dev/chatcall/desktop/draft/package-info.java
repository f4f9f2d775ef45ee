/** What was written and not sent. */
@NullMarked
package dev.chatcall.desktop.draft;

import org.jspecify.annotations.NullMarked;
