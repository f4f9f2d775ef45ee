/** {@code ./chatcall doctor}: finds out whether calls will work, and says what to do where they will not. */
@NullMarked
package dev.chatcall.server.doctor;

import org.jspecify.annotations.NullMarked;
