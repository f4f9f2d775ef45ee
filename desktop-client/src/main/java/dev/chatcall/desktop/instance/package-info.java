/** One program a data folder: a second start hands over what it was started with, such as a link. */
@NullMarked
package dev.chatcall.desktop.instance;

import org.jspecify.annotations.NullMarked;
