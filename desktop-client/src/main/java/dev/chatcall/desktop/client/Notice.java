package dev.chatcall.desktop.client;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message that asks for attention.
 *
 * @param toast show it in the window
 * @param system show it through the system; without its text where {@code preview} is false
 */
public record Notice(
        Message message,
        @Nullable Person sender,
        ConversationView conversation,
        boolean mention,
        boolean toast,
        boolean system,
        boolean preview,
        boolean sound) {}
