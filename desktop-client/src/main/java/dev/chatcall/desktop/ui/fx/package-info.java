/** The one way from the core's thread to JavaFX's. */
@NullMarked
package dev.chatcall.desktop.ui.fx;

import org.jspecify.annotations.NullMarked;
