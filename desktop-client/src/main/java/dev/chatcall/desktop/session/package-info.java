/** Who is signed in on this device, and the tokens that prove it. */
@NullMarked
package dev.chatcall.desktop.session;

import org.jspecify.annotations.NullMarked;
