/** What only administrators ask for. */
@NullMarked
package dev.chatcall.server.admin;

import org.jspecify.annotations.NullMarked;
