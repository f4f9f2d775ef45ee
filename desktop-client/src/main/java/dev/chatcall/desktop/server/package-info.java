/** Whether there is a ChatCall server at an address. */
@NullMarked
package dev.chatcall.desktop.server;

import org.jspecify.annotations.NullMarked;
