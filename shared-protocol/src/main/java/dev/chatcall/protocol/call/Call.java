package dev.chatcall.protocol.call;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as it stands: always whole, so that a client that missed one is right with the next. It rings while somebody's
 * state is {@code ringing}, and is over once {@code end} is there.
 *
 * @param id made by the caller's client (UUIDv7)
 * @param version grows with every change; of two, the higher is right
 * @param startedBy the caller
 * @param video the caller wants to see and be seen
 * @param startedAt milliseconds since 1970
 * @param ringsUntil when it stops to ring by itself, null when nobody is rung
 * @param answeredAt when the first who was called joined, null before
 * @param end null while it goes on
 * @param participants the caller first, then in the order in which they were called or came
 */
public record Call(
        UUID id,
        UUID conversationId,
        long version,
        UUID startedBy,
        boolean video,
        CallRoute route,
        long startedAt,
        @Nullable Long ringsUntil,
        @Nullable Long answeredAt,
        @Nullable CallEnd end,
        List<CallParticipant> participants) {}
