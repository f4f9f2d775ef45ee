/** Messages, their bodies and pages of them. */
@NullMarked
package dev.chatcall.protocol.message;

import org.jspecify.annotations.NullMarked;
