/** Direct and group conversations and who takes part in them. */
@NullMarked
package dev.chatcall.protocol.conversation;

import org.jspecify.annotations.NullMarked;
