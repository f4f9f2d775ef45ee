/** What this client says of its person besides messages: how far they read, that they type, whom they look at. */
@NullMarked
package dev.chatcall.desktop.speaking;

import org.jspecify.annotations.NullMarked;
