/** Sending mail, where the operator gave the server a way to. */
@NullMarked
package dev.chatcall.server.mail;

import org.jspecify.annotations.NullMarked;
