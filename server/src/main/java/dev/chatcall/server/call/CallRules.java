package dev.chatcall.server.call;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.Track;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What a call becomes. Pure: knows neither clock nor database, and is told what it must know of them.
 *
 * <p>Time counts first: whatever happens, who rang or was away for too long by then is treated so. What never bends: a
 * call that is over never changes again; every change has a higher version; nobody rings once it is over.
 */
final class CallRules {
    /**
     * For so long after a person came in, another of their devices does not take the call over: both were answered on at
     * once, and the first wins.
     */
    static final Duration ANSWER_RACE = Duration.ofSeconds(2);

    /** Who begins a call where. @param id of the call */
    record Beginning(UUID id, UUID conversationId, ConversationKind kind, Device caller, boolean video) {}

    private CallRules() {}

    /**
     * A call begins, and rings.
     *
     * @param callees whom it calls, in order
     * @param busy those of them who are in another call
     */
    static CallState begin(Beginning what, MediaState media, List<UUID> callees, Set<UUID> busy, Instant now) {
        List<Party> parties = new ArrayList<>();
        parties.add(Party.joined(what.caller().accountId(), Seat.of(what.caller(), now), media));
        callees.forEach(callee -> parties.add(called(callee, busy, now)));
        CallState begun = new CallState(
                what.id(),
                what.conversationId(),
                what.kind(),
                1,
                what.caller().accountId(),
                what.video(),
                what.kind() == ConversationKind.DIRECT ? CallRoute.DIRECT : CallRoute.MEDIA_SERVICE,
                now,
                null,
                null,
                parties);
        return CallEnding.settle(begun, now);
    }

    /** A call of a group goes on where one of two ended; those who were in that are in it, on their devices. */
    static CallState movedOn(
            CallState from, UUID id, UUID conversationId, List<UUID> callees, Set<UUID> busy, Instant now) {
        List<Party> parties = new ArrayList<>();
        from.joined().forEach(party -> parties.add(party.sending(List.of())));
        callees.forEach(callee -> parties.add(called(callee, busy, now)));
        return new CallState(
                id,
                conversationId,
                ConversationKind.GROUP,
                1,
                from.startedBy(),
                from.video(),
                CallRoute.MEDIA_SERVICE,
                now,
                parties.size() - callees.size() > 1 ? now : null,
                null,
                parties);
    }

    private static Party called(UUID accountId, Set<UUID> busy, Instant now) {
        return busy.contains(accountId) ? Party.busy(accountId) : Party.rung(accountId, now.plus(CallState.RING));
    }

    /**
     * @return the very same where nothing changes
     * @throws ServiceException {@link ErrorCode#CALL_ENDED}, {@link ErrorCode#CALL_NOT_JOINED}, {@link
     *     ErrorCode#CALL_IN_ANOTHER}, {@link ErrorCode#CALL_FULL}, {@link ErrorCode#CALL_FORBIDDEN}
     */
    static CallState apply(CallState before, CallChange change, Instant now) {
        CallState later = CallEnding.pass(before, now);
        if (later.ended()) {
            requireHarmless(change);
        }
        CallState after = later.ended() ? later : changed(later, change, now);
        return after.equals(before) ? before : after.numbered(before.version() + 1);
    }

    /** What came too late and is true all the same is let pass. */
    private static void requireHarmless(CallChange change) {
        switch (change) {
            case CallChange.Join _,
                    CallChange.Ring _,
                    CallChange.SetMedia _,
                    CallChange.UseMediaService _,
                    CallChange.AddTrack _,
                    CallChange.SetTracks _,
                    CallChange.ClearTracks _,
                    CallChange.Move _ -> throw new ServiceException(ErrorCode.CALL_ENDED, "The call is over");
            case CallChange.Decline _,
                    CallChange.Leave _,
                    CallChange.End _,
                    CallChange.RemoveTrack _,
                    CallChange.LoseRoom _,
                    CallChange.Disconnect _,
                    CallChange.Remove _,
                    CallChange.Occupy _,
                    CallChange.Pass _ -> {}
        }
    }

    private static CallState changed(CallState call, CallChange change, Instant now) {
        return switch (change) {
            case CallChange.Join join -> join(call, join, now);
            case CallChange.Decline(var account) -> hungUp(call, account, ParticipantState.DECLINED, now);
            case CallChange.Leave leave -> leave(call, leave, now);
            case CallChange.End(var account, var administers) -> CallEnding.byHand(call, account, administers, now);
            case CallChange.Ring ring -> ring(call, ring, now);
            case CallChange.SetMedia(var device, var media) ->
                call.with(on(call, device).with(media));
            case CallChange.UseMediaService(var account, var connection) -> {
                obeying(call, account, connection);
                yield call.by(CallRoute.MEDIA_SERVICE);
            }
            case CallChange.AddTrack(var device, var track) -> addTrack(call, device, track);
            case CallChange.RemoveTrack(var device, var producerId) ->
                call.each(party -> party.isOn(device) ? without(party, producerId) : party);
            case CallChange.SetTracks(var device, var tracks) ->
                call.with(on(call, device).sending(tracks));
            case CallChange.ClearTracks(var device) ->
                call.with(on(call, device).sending(List.of()));
            case CallChange.LoseRoom _ -> call.each(party -> party.sending(List.of()));
            case CallChange.Disconnect(var connection) -> call.each(party -> disconnected(party, connection, now));
            case CallChange.Remove(var account) -> remove(call, account, now);
            case CallChange.Occupy(var account) -> hungUp(call, account, ParticipantState.BUSY, now);
            case CallChange.Move(var movedTo) -> CallEnding.moved(call, movedTo, now);
            case CallChange.Pass _ -> call;
        };
    }

    private static CallState join(CallState call, CallChange.Join join, Instant now) {
        Device device = join.device();
        if (join.joinedElsewhere()) {
            throw inAnother("In another call");
        }
        requireOwnEndpoint(call, device);
        Party party = call.party(device.accountId()).orElse(null);
        if (party != null && party.seat() != null) {
            return call.with(again(party, party.seat(), join, now));
        }
        if (call.joined().count() >= Limits.CALL_PARTICIPANTS_MAX) {
            throw new ServiceException(
                    ErrorCode.CALL_FULL, "A call has at most " + Limits.CALL_PARTICIPANTS_MAX + " people in it");
        }
        if (party == null && call.isDirect()) {
            throw new ServiceException(ErrorCode.CALL_NOT_FOUND, "That call is between two others");
        }
        CallState joined = call.with(Party.joined(device.accountId(), Seat.of(device, now), join.media()));
        return joined.answeredAt() == null ? joined.answered(now) : joined;
    }

    /** Endpoints are seen by all in a call: nobody sits down on another's. */
    private static void requireOwnEndpoint(CallState call, Device device) {
        boolean taken = call.joined()
                .anyMatch(party -> !party.accountId().equals(device.accountId())
                        && party.seat() != null
                        && party.seat().endpointId().equals(device.endpointId()));
        if (taken) {
            throw new ServiceException(ErrorCode.CALL_FORBIDDEN, "That endpoint is somebody else's");
        }
    }

    /** The same device come back, or another that takes over. */
    private static Party again(Party party, Seat seat, CallChange.Join join, Instant now) {
        Device device = join.device();
        if (seat.endpointId().equals(device.endpointId())) {
            return party.on(seat.back(device.connectionId())).with(join.media());
        }
        if (seat.connected() && now.isBefore(seat.joinedAt().plus(ANSWER_RACE))) {
            throw inAnother("Another device of the same person was just answered on");
        }
        return Party.joined(party.accountId(), Seat.of(device, now), join.media());
    }

    private static CallState hungUp(CallState call, UUID accountId, ParticipantState how, Instant now) {
        return settled(call, accountId, Party::rings, how, now);
    }

    private static CallState leave(CallState call, CallChange.Leave leave, Instant now) {
        Party party = call.party(leave.accountId()).orElseThrow(CallRules::notJoined);
        if (party.state() == ParticipantState.LEFT) {
            return call;
        }
        obeying(call, leave.accountId(), leave.connectionId());
        return settled(call, leave.accountId(), Party::isIn, ParticipantState.LEFT, now);
    }

    private static CallState remove(CallState call, UUID accountId, Instant now) {
        CallState quiet = settled(call, accountId, Party::rings, ParticipantState.UNANSWERED, now);
        return quiet.ended() ? quiet : settled(quiet, accountId, Party::isIn, ParticipantState.LEFT, now);
    }

    private static CallState settled(
            CallState call, UUID accountId, Predicate<Party> who, ParticipantState how, Instant now) {
        CallState after =
                call.each(party -> party.accountId().equals(accountId) && who.test(party) ? party.out(how) : party);
        return CallEnding.settle(after, now);
    }

    private static CallState ring(CallState call, CallChange.Ring ring, Instant now) {
        obeying(call, ring.accountId(), ring.connectionId());
        CallState after = call;
        for (UUID callee : ring.callees()) {
            boolean there = call.party(callee)
                    .filter(party -> party.isIn() || party.rings())
                    .isPresent();
            if (!there) {
                after = after.with(rungAgain(after, callee, ring.busy(), now));
            }
        }
        long wanted = after.parties().stream()
                .filter(party -> party.isIn() || party.rings())
                .count();
        if (after != call && wanted > Limits.CALL_PARTICIPANTS_MAX) {
            throw new ServiceException(
                    ErrorCode.CALL_FULL, "A call has at most " + Limits.CALL_PARTICIPANTS_MAX + " people in it");
        }
        return CallEnding.settle(after, now);
    }

    private static Party rungAgain(CallState call, UUID callee, Set<UUID> busy, Instant now) {
        Party fresh = called(callee, busy, now);
        boolean wasIn = call.party(callee).map(Party::wasIn).orElse(false);
        return new Party(callee, fresh.state(), fresh.ringsUntil(), null, fresh.media(), fresh.tracks(), wasIn);
    }

    private static CallState addTrack(CallState call, Device device, Track track) {
        Party party = on(call, device);
        List<Track> tracks = new ArrayList<>(party.tracks());
        tracks.removeIf(other -> other.source() == track.source());
        tracks.add(track);
        return call.with(party.sending(tracks));
    }

    private static Party without(Party party, UUID producerId) {
        return party.sending(party.tracks().stream()
                .filter(track -> !track.producerId().equals(producerId))
                .toList());
    }

    private static Party disconnected(Party party, UUID connectionId, Instant now) {
        Seat seat = party.seat();
        return seat != null && seat.connected() && seat.connectionId().equals(connectionId)
                ? party.on(seat.away(now))
                : party;
    }

    /** @throws ServiceException {@link ErrorCode#CALL_NOT_JOINED} unless the person is in the call on that device */
    static Party on(CallState call, Device device) {
        return call.party(device.accountId())
                .filter(party -> party.isOn(device))
                .orElseThrow(CallRules::notJoined);
    }

    /** @throws ServiceException {@link ErrorCode#CALL_NOT_JOINED} unless that connection speaks for the person in it */
    static Party obeying(CallState call, UUID accountId, UUID connectionId) {
        return call.party(accountId).filter(party -> party.obeys(connectionId)).orElseThrow(CallRules::notJoined);
    }

    private static ServiceException notJoined() {
        return new ServiceException(ErrorCode.CALL_NOT_JOINED, "That device is not in the call");
    }

    private static ServiceException inAnother(String detail) {
        return new ServiceException(ErrorCode.CALL_IN_ANOTHER, detail);
    }
}
