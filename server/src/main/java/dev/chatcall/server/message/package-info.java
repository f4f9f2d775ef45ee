/**
 * Messages: from a sender's frame to a committed row and out to everybody. Start at {@link
 * dev.chatcall.server.message.MessageService}, then {@link dev.chatcall.server.message.ConversationWriter}.
 */
@NullMarked
package dev.chatcall.server.message;

import org.jspecify.annotations.NullMarked;
