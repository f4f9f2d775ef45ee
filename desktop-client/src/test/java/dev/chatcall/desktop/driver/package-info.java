/** Lets another program press and read the real windows: the tests in which a browser is on the other side. */
@NullMarked
package dev.chatcall.desktop.driver;

import org.jspecify.annotations.NullMarked;
