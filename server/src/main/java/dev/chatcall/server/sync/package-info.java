/** What a client that comes back has missed: conversation by conversation, whole or since what it last saw. */
@NullMarked
package dev.chatcall.server.sync;

import org.jspecify.annotations.NullMarked;
