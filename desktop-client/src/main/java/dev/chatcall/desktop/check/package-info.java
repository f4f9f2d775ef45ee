/** Finds out what of calls works from this device and this network. */
@NullMarked
package dev.chatcall.desktop.check;

import org.jspecify.annotations.NullMarked;
