package dev.chatcall.server.call;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEnd;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.conversation.ConversationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call as it stands. Changed by {@link CallRules} alone.
 *
 * @param kind of the conversation it is in
 * @param answeredAt when the first who was called came in, null before
 * @param end null while it goes on
 * @param parties the caller first, then as they were called or came
 */
record CallState(
        UUID id,
        UUID conversationId,
        ConversationKind kind,
        long version,
        UUID startedBy,
        boolean video,
        CallRoute route,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Ending end,
        List<Party> parties) {
    static final Duration RING = Duration.ofSeconds(Limits.CALL_RING_SECONDS);
    static final Duration AWAY = Duration.ofSeconds(Limits.CALL_AWAY_SECONDS);

    CallState {
        parties = List.copyOf(parties);
    }

    boolean ended() {
        return end != null;
    }

    boolean isDirect() {
        return kind == ConversationKind.DIRECT;
    }

    Optional<Party> party(UUID accountId) {
        return parties.stream()
                .filter(party -> party.accountId().equals(accountId))
                .findFirst();
    }

    Stream<Party> joined() {
        return parties.stream().filter(Party::isIn);
    }

    boolean rings() {
        return parties.stream().anyMatch(Party::rings);
    }

    /** The next moment at which time alone changes something; null when none does. */
    @Nullable
    Instant dueAt() {
        return parties.stream()
                .map(CallState::dueAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant dueAt(Party party) {
        if (party.ringsUntil() != null) {
            return party.ringsUntil();
        }
        Seat seat = party.seat();
        return seat == null || seat.awaySince() == null
                ? null
                : seat.awaySince().plus(AWAY);
    }

    CallState with(List<Party> changed) {
        return new CallState(
                id, conversationId, kind, version, startedBy, video, route, startedAt, answeredAt, end, changed);
    }

    /** Each party as the change makes it. */
    CallState each(UnaryOperator<Party> change) {
        return with(parties.stream().map(change).toList());
    }

    /** With that party in place of the one of the same person, or at the end. */
    CallState with(Party party) {
        List<Party> changed = new ArrayList<>(parties);
        int index = changed.indexOf(party(party.accountId()).orElse(null));
        if (index < 0) {
            changed.add(party);
        } else {
            changed.set(index, party);
        }
        return with(changed);
    }

    CallState by(CallRoute way) {
        return new CallState(
                id, conversationId, kind, version, startedBy, video, way, startedAt, answeredAt, end, parties);
    }

    CallState answered(Instant at) {
        return new CallState(id, conversationId, kind, version, startedBy, video, route, startedAt, at, end, parties);
    }

    CallState ended(Ending ending) {
        return new CallState(
                id, conversationId, kind, version, startedBy, video, route, startedAt, answeredAt, ending, parties);
    }

    CallState numbered(long number) {
        return new CallState(
                id, conversationId, kind, number, startedBy, video, route, startedAt, answeredAt, end, parties);
    }

    /** From the first answer to the end; 0 when there was none of them. Milliseconds. */
    long durationMs() {
        return answeredAt == null || end == null
                ? 0
                : Math.max(0, Duration.between(answeredAt, end.at()).toMillis());
    }

    /** As clients see it. */
    Call view() {
        return new Call(
                id,
                conversationId,
                version,
                startedBy,
                video,
                route,
                startedAt.toEpochMilli(),
                millis(parties.stream()
                        .map(Party::ringsUntil)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null)),
                millis(answeredAt),
                end == null ? null : new CallEnd(end.reason(), end.at().toEpochMilli(), end.movedTo()),
                parties.stream().map(CallState::view).toList());
    }

    private static CallParticipant view(Party party) {
        Seat seat = party.seat();
        return new CallParticipant(
                party.accountId(),
                party.state(),
                seat == null ? null : seat.endpointId(),
                seat != null && seat.connected(),
                party.media(),
                party.tracks());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
