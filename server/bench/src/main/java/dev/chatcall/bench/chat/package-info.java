/** A client of ChatCall that says hello, sends, receives and checks what it is sent. */
@NullMarked
package dev.chatcall.bench.chat;

import org.jspecify.annotations.NullMarked;
