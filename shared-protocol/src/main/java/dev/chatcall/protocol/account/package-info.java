/** Accounts, sign-in sessions, profiles and settings. */
@NullMarked
package dev.chatcall.protocol.account;

import org.jspecify.annotations.NullMarked;
