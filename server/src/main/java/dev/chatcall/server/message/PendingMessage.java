package dev.chatcall.server.message;

import dev.chatcall.protocol.message.MessageBody;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A message on its way to the database.
 *
 * @param connectionId the connection that is told the outcome and so need not be sent the message itself
 * @param outcome called once, on the writer's thread, after the commit
 */
public record PendingMessage(
        UUID senderId,
        UUID connectionId,
        UUID conversationId,
        UUID id,
        MessageBody body,
        Consumer<AppendOutcome> outcome) {}
