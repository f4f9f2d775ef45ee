/** What this device keeps of an account: the outbox, drafts, and the state that a start shows before the server answers. */
@NullMarked
package dev.chatcall.desktop.storage;

import org.jspecify.annotations.NullMarked;
