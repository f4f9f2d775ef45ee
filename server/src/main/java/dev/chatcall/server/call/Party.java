package dev.chatcall.server.call;

import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.Track;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person in a call or called.
 *
 * @param ringsUntil there exactly while the person is rung
 * @param seat there exactly while the person is in the call
 * @param wasIn has been in the call at some time
 */
record Party(
        UUID accountId,
        ParticipantState state,
        @Nullable Instant ringsUntil,
        @Nullable Seat seat,
        MediaState media,
        List<Track> tracks,
        boolean wasIn) {

    static Party rung(UUID accountId, Instant until) {
        return new Party(accountId, ParticipantState.RINGING, until, null, MediaState.NONE, List.of(), false);
    }

    static Party busy(UUID accountId) {
        return new Party(accountId, ParticipantState.BUSY, null, null, MediaState.NONE, List.of(), false);
    }

    static Party joined(UUID accountId, Seat seat, MediaState media) {
        return new Party(accountId, ParticipantState.JOINED, null, seat, media, List.of(), true);
    }

    /** Neither in the call nor rung any more. */
    Party out(ParticipantState how) {
        return new Party(accountId, how, null, null, MediaState.NONE, List.of(), wasIn);
    }

    Party on(Seat place) {
        return new Party(accountId, state, ringsUntil, place, media, tracks, wasIn);
    }

    Party with(MediaState shown) {
        return new Party(accountId, state, ringsUntil, seat, shown, tracks, wasIn);
    }

    Party sending(List<Track> sent) {
        return new Party(accountId, state, ringsUntil, seat, media, List.copyOf(sent), wasIn);
    }

    boolean rings() {
        return state == ParticipantState.RINGING;
    }

    boolean isIn() {
        return state == ParticipantState.JOINED;
    }

    boolean isOn(Device device) {
        return accountId.equals(device.accountId()) && seat != null && seat.isOf(device);
    }

    /** Whether the call is in the hands of that connection, or of none at the moment. */
    boolean obeys(UUID connectionId) {
        return seat != null && (!seat.connected() || seat.connectionId().equals(connectionId));
    }
}
