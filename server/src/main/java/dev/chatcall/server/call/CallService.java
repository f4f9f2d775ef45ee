package dev.chatcall.server.call;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.QualityCause;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.bus.Endpoint;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.media.MediaService;
import dev.chatcall.server.media.MediaStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rings, answers, leaves. Every operation is decided under the call's lock: that the asker is a member, and that the
 * connection which asks is the one by which the asker is in the call. All methods wait for the database.
 */
final class CallService {
    /** How often a call is begun again that was over before it could be joined. */
    private static final int TRIES = 3;

    private final CallStore store;
    private final Aftermath aftermath;
    private final Endpoints endpoints;
    private final IceServers iceServers;
    private final MediaService media;
    private final Clock clock;

    CallService(
            CallStore store,
            Aftermath aftermath,
            Endpoints endpoints,
            IceServers iceServers,
            MediaService media,
            Clock clock) {
        this.store = store;
        this.aftermath = aftermath;
        this.endpoints = endpoints;
        this.iceServers = iceServers;
        this.media = media;
        this.clock = clock;
    }

    /**
     * @throws ServiceException {@link ErrorCode#CONVERSATION_NOT_FOUND}, {@link ErrorCode#CONTACT_REQUIRED} as with
     *     messages, {@link ErrorCode#CALL_IN_ANOTHER}, {@link ErrorCode#CALL_MEDIA_UNAVAILABLE} in a group
     */
    CallReply.Joined start(Asker asker, CallRequest.StartCall wanted) {
        Membership membership = store.membership(wanted.conversationId(), asker.accountId())
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.CONVERSATION_NOT_FOUND, "The asker takes part in no such conversation"));
        if (!membership.open()) {
            throw new ServiceException(ErrorCode.CONTACT_REQUIRED, "The two are not each other's contact");
        }
        for (int tries = 1; ; tries++) {
            try {
                return beginOrJoin(asker, wanted, membership);
            } catch (ServiceException refused) {
                if (refused.code() != ErrorCode.CALL_ENDED || tries == TRIES) {
                    throw refused;
                }
            }
        }
    }

    private CallReply.Joined beginOrJoin(Asker asker, CallRequest.StartCall wanted, Membership membership) {
        Device device = asker.on(wanted.endpointId());
        CallStore.Begun begun = store.begin(
                wanted.callId(), wanted.conversationId(), facts -> begin(device, wanted, membership, facts));
        return switch (begun) {
            case CallStore.Begun.Fresh(var call) -> {
                endpoints.put(device);
                yield joined(asker, aftermath.began(call));
            }
            case CallStore.Begun.Already(var callId)
            when callId.equals(wanted.callId()) -> repeated(asker, device, wanted);
            case CallStore.Begun.Already(var callId) -> join(asker, callId, device, wanted.media());
        };
    }

    private CallState begin(Device device, CallRequest.StartCall wanted, Membership membership, CallFacts facts) {
        if (facts.joinedElsewhere(device.accountId())) {
            throw new ServiceException(ErrorCode.CALL_IN_ANOTHER, "In another call");
        }
        if (membership.kind() == ConversationKind.GROUP) {
            requireMedia();
        }
        List<UUID> callees = callees(membership);
        return CallRules.begin(
                new CallRules.Beginning(
                        wanted.callId(), wanted.conversationId(), membership.kind(), device, wanted.video()),
                wanted.media(),
                callees,
                facts.busy(callees),
                now());
    }

    /** In a large group nobody is rung: the call is seen there, and who likes to comes. */
    private static List<UUID> callees(Membership membership) {
        Set<UUID> blockers = membership.blockers();
        return membership.others().size() + 1 > Limits.CALL_PARTICIPANTS_MAX
                ? List.of()
                : membership.others().stream()
                        .filter(other -> !blockers.contains(other))
                        .toList();
    }

    /** The answer to the first asking may have been lost; what began may be over since. */
    private CallReply.Joined repeated(Asker asker, Device device, CallRequest.StartCall wanted) {
        CallState call = store.find(wanted.callId())
                .filter(found -> found.conversationId().equals(wanted.conversationId()))
                .orElseThrow(CallService::notFound);
        return call.ended() && call.startedBy().equals(asker.accountId())
                ? joined(asker, call)
                : join(asker, call.id(), device, wanted.media());
    }

    CallReply.Joined join(Asker asker, CallRequest.JoinCall wanted) {
        return join(asker, wanted.callId(), asker.on(wanted.endpointId()), wanted.media());
    }

    private CallReply.Joined join(Asker asker, UUID callId, Device device, MediaState shown) {
        CallStore.Changed changed = store.change(callId, (call, facts) -> {
            role(call, facts, asker);
            boolean elsewhere = !call.ended() && facts.joinedElsewhere(asker.accountId());
            return CallRules.apply(call, new CallChange.Join(device, shown, elsewhere), now());
        });
        endpoints.put(device);
        return joined(asker, aftermath.of(changed));
    }

    void decline(Asker asker, UUID callId) {
        change(asker, callId, (call, role) -> new CallChange.Decline(asker.accountId()));
    }

    /** @param quality why it was bad, kept also when the call was over before; null when it was not */
    void leave(Asker asker, UUID callId, @Nullable QualityCause quality) {
        aftermath.of(store.change(callId, (call, facts) -> {
            if (call.party(asker.accountId()).isEmpty()) {
                role(call, facts, asker);
            }
            return CallRules.apply(call, new CallChange.Leave(asker.accountId(), asker.connectionId()), now());
        }));
        if (quality != null) {
            store.keepQuality(callId, asker.accountId(), quality);
        }
    }

    void end(Asker asker, UUID callId) {
        change(asker, callId, (call, role) -> new CallChange.End(asker.accountId(), role != Role.MEMBER));
    }

    void setMedia(Asker asker, CallRequest.SetMedia wanted) {
        Device device = asker.on(wanted.endpointId());
        change(asker, wanted.callId(), (call, role) -> new CallChange.SetMedia(device, wanted.media()));
    }

    /** @throws ServiceException {@link ErrorCode#CALL_MEDIA_UNAVAILABLE} */
    void useMediaService(Asker asker, UUID callId) {
        change(asker, callId, (call, role) -> {
            CallChange change = new CallChange.UseMediaService(asker.accountId(), asker.connectionId());
            if (!call.ended()) {
                CallRules.obeying(call, asker.accountId(), asker.connectionId());
                requireMedia();
            }
            return change;
        });
    }

    void react(Asker asker, CallRequest.React wanted) {
        CallState call = visible(asker, wanted.callId());
        requireRunning(call);
        CallRules.obeying(call, asker.accountId(), asker.connectionId());
        aftermath.tell(call, new CallEvent.Reacted(asker.accountId(), wanted.emoji()), true);
    }

    /**
     * Passes on what one of two who are in a direct call says to the other's device.
     *
     * @throws ServiceException {@link ErrorCode#CALL_NOT_JOINED} also while that device is away: say it again when it is
     *     back
     */
    void signal(Asker asker, CallRequest.SendSignal wanted) {
        CallState call = visible(asker, wanted.callId());
        requireRunning(call);
        CallRules.on(call, asker.on(wanted.endpointId()));
        if (!call.isDirect()) {
            throw new ServiceException(ErrorCode.CALL_FORBIDDEN, "Signals are for calls between two");
        }
        Endpoint to = call.joined()
                .filter(party -> !party.accountId().equals(asker.accountId()))
                .filter(party -> isReachedAt(party, wanted.to()))
                .map(party -> new Endpoint(party.accountId(), wanted.to()))
                .findFirst()
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.CALL_NOT_JOINED, "The other device is not in the call, or away just now"));
        aftermath.tell(call, List.of(to), new CallEvent.Signalled(wanted.endpointId(), wanted.signal()), false);
    }

    private static boolean isReachedAt(Party party, UUID endpointId) {
        Seat seat = party.seat();
        return seat != null && seat.connected() && seat.endpointId().equals(endpointId);
    }

    CallReply.IceServers iceServers(Asker asker) {
        return new CallReply.IceServers(iceServers.of(asker.accountId()));
    }

    /** What goes on in the person's conversations. */
    List<Call> running(UUID accountId) {
        return store.runningFor(accountId).stream().map(CallState::view).toList();
    }

    /** The call that goes on in the conversation. */
    Optional<Call> runningIn(UUID conversationId) {
        return store.runningIn(conversationId).flatMap(store::find).map(CallState::view);
    }

    /** @throws ServiceException {@link ErrorCode#CALL_NOT_FOUND} unless the asker is a member of its conversation */
    CallState visible(Asker asker, UUID callId) {
        return store.find(callId)
                .filter(call -> store.isMember(call.conversationId(), asker.accountId()))
                .orElseThrow(CallService::notFound);
    }

    CallReply.Joined joined(Asker asker, CallState call) {
        return new CallReply.Joined(call.view(), iceServers.of(asker.accountId()));
    }

    /** @throws ServiceException {@link ErrorCode#CALL_MEDIA_UNAVAILABLE} with the sentence that says what is missing */
    void requireMedia() {
        MediaStatus status = media.status();
        if (!status.available()) {
            throw new ServiceException(
                    ErrorCode.CALL_MEDIA_UNAVAILABLE,
                    status.problem() == null ? "The media service does not run" : status.problem());
        }
    }

    static void requireRunning(CallState call) {
        if (call.ended()) {
            throw new ServiceException(ErrorCode.CALL_ENDED, "The call is over");
        }
    }

    private interface Wanted {
        CallChange of(CallState call, Role role);
    }

    private void change(Asker asker, UUID callId, Wanted wanted) {
        aftermath.of(store.change(callId, (call, facts) -> {
            Role role = role(call, facts, asker);
            return CallRules.apply(call, wanted.of(call, role), now());
        }));
    }

    /** @throws ServiceException {@link ErrorCode#CALL_NOT_FOUND} */
    static Role role(CallState call, CallFacts facts, Asker asker) {
        return facts.role(asker.accountId()).orElseThrow(CallService::notFound);
    }

    private static ServiceException notFound() {
        return new ServiceException(ErrorCode.CALL_NOT_FOUND, "The asker knows of no such call");
    }

    /** In whole milliseconds, as it is told. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
