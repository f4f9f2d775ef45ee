package dev.chatcall.protocol.call;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call in one's list of calls.
 *
 * @param durationMs from the first answer to the end; 0 when nobody answered
 * @param accountIds the caller first, then everybody who was called or came
 * @param myState where one stood when it ended
 * @param quality why it was bad for oneself, null when it was not
 */
public record CallSummary(
        UUID id,
        UUID conversationId,
        UUID startedBy,
        boolean video,
        long startedAt,
        EndReason reason,
        long durationMs,
        List<UUID> accountIds,
        ParticipantState myState,
        @Nullable QualityCause quality) {}
