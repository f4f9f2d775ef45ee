/** What only an administrator asks for. */
@NullMarked
package dev.chatcall.protocol.admin;

import org.jspecify.annotations.NullMarked;
