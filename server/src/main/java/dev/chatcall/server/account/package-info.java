/** One's own account: profile, settings and everything that is private to it. */
@NullMarked
package dev.chatcall.server.account;

import org.jspecify.annotations.NullMarked;
