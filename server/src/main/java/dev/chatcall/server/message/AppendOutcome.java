package dev.chatcall.server.message;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.Message;

/** What became of a {@link PendingMessage}. */
public sealed interface AppendOutcome {

    /** Stored now, under the next number. */
    record Stored(Message message) implements AppendOutcome {}

    /** Had been stored before under the same id with the same body: nothing was written. */
    record Repeated(Message message) implements AppendOutcome {}

    /** Not stored. */
    record Refused(ErrorCode code, String detail) implements AppendOutcome {}
}
