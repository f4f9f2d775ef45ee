/** Past calls. */
@NullMarked
package dev.chatcall.desktop.ui.calls;

import org.jspecify.annotations.NullMarked;
