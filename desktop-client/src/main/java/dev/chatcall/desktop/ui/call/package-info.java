/** The call: who rings, the preview, the call in full and in the corner, and the ways into it. */
@NullMarked
package dev.chatcall.desktop.ui.call;

import org.jspecify.annotations.NullMarked;
