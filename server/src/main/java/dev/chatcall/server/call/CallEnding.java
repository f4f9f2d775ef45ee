package dev.chatcall.server.call;

import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When a call is over, and why. Pure. */
final class CallEnding {

    private CallEnding() {}

    /** Who rang or was away for too long by now is unanswered or has left. */
    static CallState pass(CallState call, Instant now) {
        CallState after = call.each(party -> passed(party, now));
        return after.equals(call) ? call : settle(after, EndReason.LOST, now);
    }

    private static Party passed(Party party, Instant now) {
        if (party.ringsUntil() != null && !now.isBefore(party.ringsUntil())) {
            return party.out(ParticipantState.UNANSWERED);
        }
        Seat seat = party.seat();
        boolean gone = seat != null
                && seat.awaySince() != null
                && !now.isBefore(seat.awaySince().plus(CallState.AWAY));
        return gone ? party.out(ParticipantState.LEFT) : party;
    }

    /** Ends the call if nobody is left to go on with it. */
    static CallState settle(CallState call, Instant now) {
        return settle(call, EndReason.FINISHED, now);
    }

    /** @param deserted the reason if it was talked in and too few are left */
    private static CallState settle(CallState call, EndReason deserted, Instant now) {
        long joined = call.joined().count();
        if (call.answeredAt() != null) {
            return joined < (call.isDirect() ? 2 : 1) ? over(call, deserted, now) : call;
        }
        if (joined == 0) {
            return over(call, EndReason.CANCELLED, now);
        }
        List<Party> called = call.parties().stream()
                .filter(party -> !party.accountId().equals(call.startedBy()))
                .toList();
        return called.isEmpty() || call.rings() ? call : over(call, inVain(called), now);
    }

    private static EndReason inVain(List<Party> called) {
        if (called.stream().anyMatch(party -> party.state() == ParticipantState.UNANSWERED)) {
            return EndReason.MISSED;
        }
        return called.stream().allMatch(party -> party.state() == ParticipantState.BUSY)
                ? EndReason.BUSY
                : EndReason.DECLINED;
    }

    /**
     * Somebody ends it for all: either of two; in a group who administers it, or the caller while it only rings.
     *
     * @throws ServiceException {@link ErrorCode#CALL_FORBIDDEN}
     */
    static CallState byHand(CallState call, UUID accountId, boolean administers, Instant now) {
        boolean answered = call.answeredAt() != null;
        boolean caller = accountId.equals(call.startedBy());
        if (!call.isDirect() && !administers && (answered || !caller)) {
            throw new ServiceException(ErrorCode.CALL_FORBIDDEN, "The asker's role does not allow it");
        }
        if (answered) {
            return over(call, EndReason.FINISHED, now);
        }
        if (!call.isDirect() || caller) {
            return over(call, EndReason.CANCELLED, now);
        }
        CallState declined = call.each(party ->
                party.accountId().equals(accountId) && party.rings() ? party.out(ParticipantState.DECLINED) : party);
        return over(declined, EndReason.DECLINED, now);
    }

    static CallState moved(CallState call, UUID movedTo, Instant now) {
        return end(call, new Ending(EndReason.MOVED, now, movedTo));
    }

    private static CallState over(CallState call, EndReason reason, Instant now) {
        return end(call, new Ending(reason, now, null));
    }

    private static CallState end(CallState call, Ending ending) {
        return call.each(CallEnding::released).ended(ending);
    }

    private static Party released(Party party) {
        if (party.rings()) {
            return party.out(ParticipantState.UNANSWERED);
        }
        return party.isIn() ? party.out(ParticipantState.LEFT) : party;
    }
}
