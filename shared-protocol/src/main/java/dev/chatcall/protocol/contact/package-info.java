/** Contacts, contact requests and blocks. */
@NullMarked
package dev.chatcall.protocol.contact;

import org.jspecify.annotations.NullMarked;
