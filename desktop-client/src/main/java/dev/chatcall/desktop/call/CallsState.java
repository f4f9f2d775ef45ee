package dev.chatcall.desktop.call;

import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.ParticipantState;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which calls go on and which ring here, from the server's frames, in any order and however often they come. Immutable.
 *
 * @param accountId null: nobody is signed in
 * @param calls those that go on
 * @param over those that are over, with the version in which they were last seen
 * @param dismissed accepted or declined on this device, so that they ring no more before the server says so
 * @param fresh told since the line was opened: newer than a list that is still on its way
 */
record CallsState(
        @Nullable UUID accountId, Map<UUID, Call> calls, Map<UUID, Long> over, Set<UUID> dismissed, Set<UUID> fresh) {

    /** A ring that the server did not end in time (the line is lost) ends by itself after so much longer. */
    static final long RING_GRACE_MS = 3_000;

    /** How many calls that are over are remembered, so that a late frame does not bring one back. */
    private static final int OVER_KEPT = 200;

    static CallsState none(@Nullable UUID accountId) {
        return new CallsState(accountId, Map.of(), Map.of(), Set.of(), Set.of());
    }

    /** A new line is open, and a whole list will follow. */
    CallsState lineOpened() {
        return fresh.isEmpty() ? this : new CallsState(accountId, calls, over, dismissed, Set.of());
    }

    /** Of two versions of a call the higher is right. */
    CallsState changed(Call call) {
        return new CallsState(accountId, calls, over, dismissed, with(fresh, call.id())).taken(call);
    }

    /** All calls that go on: what is known besides is over, unless it was told after this list was made. */
    CallsState listed(List<Call> listed) {
        Set<UUID> ids = new HashSet<>();
        listed.forEach(call -> ids.add(call.id()));
        CallsState next = this;
        for (Call known : calls.values()) {
            if (!ids.contains(known.id()) && !fresh.contains(known.id())) {
                next = next.ended(known);
            }
        }
        for (Call call : listed) {
            next = next.taken(call);
        }
        return next;
    }

    CallsState dismissed(UUID callId) {
        return new CallsState(accountId, calls, over, with(dismissed, callId), fresh);
    }

    /** Takes it back: the server did not hear that it was accepted or declined. */
    CallsState undismissed(UUID callId) {
        return new CallsState(accountId, calls, over, without(dismissed, callId), fresh);
    }

    /**
     * Those that ring for the person on this device, the oldest first.
     *
     * @param now the server's clock, milliseconds since the epoch
     */
    List<Call> incoming(long now) {
        return calls.values().stream()
                .filter(call -> stateIn(call) == ParticipantState.RINGING)
                .filter(call -> !dismissed.contains(call.id()) && now < ringEndsAt(call))
                .sorted(Comparator.comparingLong(Call::startedAt)
                        .thenComparing(call -> call.id().toString()))
                .toList();
    }

    /** When the next ring ends by itself, by the server's clock; empty when none rings. */
    static OptionalLong nextRingEnd(List<Call> incoming) {
        return incoming.stream()
                .mapToLong(CallsState::ringEndsAt)
                .filter(end -> end < Long.MAX_VALUE)
                .min();
    }

    /** What the person should be told once about a change of a call, before it is taken; null: nothing. */
    @Nullable
    CallNotice noticeOf(Call call) {
        if (accountId == null
                || call.version() <= versionOf(call.id())
                || call.startedBy().equals(accountId)) {
            return null;
        }
        Call known = calls.get(call.id());
        ParticipantState was = known == null ? null : stateIn(known);
        ParticipantState is = stateIn(call);
        if (is == ParticipantState.BUSY && was != ParticipantState.BUSY) {
            return new CallNotice.Missed(call);
        }
        if (was != ParticipantState.RINGING || dismissed.contains(call.id())) {
            return null;
        }
        if (is == ParticipantState.JOINED || is == ParticipantState.LEFT) {
            return new CallNotice.AnsweredElsewhere(call.id());
        }
        if (is == ParticipantState.DECLINED) {
            return new CallNotice.DeclinedElsewhere(call.id());
        }
        return is == ParticipantState.UNANSWERED || call.end() != null ? new CallNotice.Missed(call) : null;
    }

    static @Nullable CallParticipant participantOf(Call call, @Nullable UUID accountId) {
        for (CallParticipant participant : call.participants()) {
            if (participant.accountId().equals(accountId)) {
                return participant;
            }
        }
        return null;
    }

    private @Nullable ParticipantState stateIn(Call call) {
        CallParticipant mine = participantOf(call, accountId);
        return mine == null ? null : mine.state();
    }

    private long versionOf(UUID callId) {
        Call known = calls.get(callId);
        return known != null ? known.version() : over.getOrDefault(callId, -1L);
    }

    private CallsState taken(Call call) {
        if (call.version() <= versionOf(call.id())) {
            return this;
        }
        if (call.end() != null) {
            return ended(call);
        }
        Map<UUID, Long> left = new LinkedHashMap<>(over);
        left.remove(call.id());
        Map<UUID, Call> next = new LinkedHashMap<>(calls);
        next.put(call.id(), call);
        return new CallsState(
                accountId, Collections.unmodifiableMap(next), Collections.unmodifiableMap(left), dismissed, fresh);
    }

    private CallsState ended(Call call) {
        Map<UUID, Call> next = new LinkedHashMap<>(calls);
        next.remove(call.id());
        Map<UUID, Long> gone = new LinkedHashMap<>(over);
        gone.put(call.id(), call.version());
        if (gone.size() > OVER_KEPT) {
            gone.remove(gone.keySet().iterator().next());
        }
        return new CallsState(
                accountId,
                Collections.unmodifiableMap(next),
                Collections.unmodifiableMap(gone),
                without(dismissed, call.id()),
                fresh);
    }

    private static long ringEndsAt(Call call) {
        Long until = call.ringsUntil();
        return until == null ? Long.MAX_VALUE : until + RING_GRACE_MS;
    }

    private static Set<UUID> with(Set<UUID> ids, UUID id) {
        Set<UUID> next = new HashSet<>(ids);
        next.add(id);
        return Collections.unmodifiableSet(next);
    }

    private static Set<UUID> without(Set<UUID> ids, UUID id) {
        Set<UUID> next = new HashSet<>(ids);
        next.remove(id);
        return Collections.unmodifiableSet(next);
    }
}
