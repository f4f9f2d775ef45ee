package dev.chatcall.desktop.outbox;

/** How far a message of the outbox has come. */
public sealed interface OutboxStep {
    OutboxStep QUEUED = new Queued();
    OutboxStep SENDING = new Sending();

    /** Kept, waits for its turn or for the line. */
    record Queued() implements OutboxStep {}

    /** Said to the server, not answered yet. */
    record Sending() implements OutboxStep {}

    /** Stored by the server as {@code change}; here until the conversation is known up to that change. */
    record Sent(long change) implements OutboxStep {}

    /** Refused for good with this code, waits for the person. */
    record Failed(String code) implements OutboxStep {}
}
