/** Pictures of a call, drawn as they come. */
@NullMarked
package dev.chatcall.desktop.ui.call.video;

import org.jspecify.annotations.NullMarked;
