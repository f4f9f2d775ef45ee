/** People as others on the server see them. */
@NullMarked
package dev.chatcall.server.person;

import org.jspecify.annotations.NullMarked;
