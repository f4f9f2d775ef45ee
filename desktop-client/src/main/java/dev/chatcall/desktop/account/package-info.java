/** Which servers and accounts this device knows, and where what it keeps of them is. */
@NullMarked
package dev.chatcall.desktop.account;

import org.jspecify.annotations.NullMarked;
