/** Contacts, requests to become one, and blocks, which the blocked person is never told of. */
@NullMarked
package dev.chatcall.server.contact;

import org.jspecify.annotations.NullMarked;
