package dev.chatcall.server.call;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.message.AppendOutcome;
import dev.chatcall.server.message.ConversationWriter;
import dev.chatcall.server.message.PendingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves a message of each ended call in its conversation, exactly one: its id is the call's. */
final class CallEntries {
    private static final int AT_ONCE = 100;
    private static final Duration USUALLY_STORED_WITHIN = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(CallEntries.class);

    private final CallStore store;
    private final ConversationWriter writer;
    private final Executor blocking;

    CallEntries(CallStore store, ConversationWriter writer, Executor blocking) {
        this.store = store;
        this.writer = writer;
        this.blocking = blocking;
    }

    /** Does not wait; what does not come to be stored is tried again by {@link #again}. */
    void write(CallState ended) {
        try {
            writer.append(new PendingMessage(
                    ended.startedBy(),
                    ended.id(),
                    ended.conversationId(),
                    ended.id(),
                    body(ended),
                    outcome -> blocking.execute(() -> written(ended.id(), outcome))));
        } catch (ServiceException busy) {
            log.warn("The entry of call {} waits: {}", ended.id(), busy.detail());
        }
    }

    /** Those that a full queue, a lost database or a killed server has kept from being stored. */
    void again(Instant now) {
        List<CallState> missing = store.withoutEntry(now.minus(USUALLY_STORED_WITHIN), AT_ONCE);
        missing.forEach(this::write);
    }

    private static MessageBody body(CallState ended) {
        if (ended.end() == null) {
            throw new IllegalArgumentException("The call goes on");
        }
        return new MessageBody.CallEnded(
                ended.id(),
                ended.video(),
                ended.end().reason(),
                ended.durationMs(),
                ended.parties().stream()
                        .filter(Party::wasIn)
                        .map(Party::accountId)
                        .limit(Limits.CALL_PARTICIPANTS_MAX)
                        .toList());
    }

    private void written(UUID callId, AppendOutcome outcome) {
        if (outcome instanceof AppendOutcome.Refused(var code, var detail)) {
            log.warn("The entry of call {} was not stored: {}", callId, detail);
            if (code == ErrorCode.SERVER_BUSY) {
                return;
            }
        }
        store.entryStored(callId);
    }
}
