package dev.chatcall.server.call;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.conversation.CreateGroup;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.conversation.ConversationService;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.id.Ids;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Rings more people into a call; one between two moves into a new group for that. */
final class CallAddition {
    private final CallStore store;
    private final CallService calls;
    private final Aftermath aftermath;
    private final ConversationService conversations;
    private final Ids ids;

    CallAddition(CallStore store, CallService calls, Aftermath aftermath, ConversationService conversations, Ids ids) {
        this.store = store;
        this.calls = calls;
        this.aftermath = aftermath;
        this.conversations = conversations;
        this.ids = ids;
    }

    /**
     * @throws ServiceException {@link ErrorCode#MEMBER_NOT_FOUND} in a group; in a call between two {@link
     *     ErrorCode#CONTACT_REQUIRED}, {@link ErrorCode#CALL_MEDIA_UNAVAILABLE}; {@link ErrorCode#CALL_FULL}
     */
    CallReply.Joined add(Asker asker, CallRequest.AddToCall wanted) {
        CallState call = calls.visible(asker, wanted.callId());
        if (call.ended()) {
            return movedBefore(asker, call);
        }
        CallRules.obeying(call, asker.accountId(), asker.connectionId());
        Set<UUID> added = new LinkedHashSet<>(wanted.accountIds());
        added.remove(asker.accountId());
        return call.isDirect() ? move(asker, call, added, wanted.groupName()) : ring(asker, call, added);
    }

    /** The answer to the first asking may have been lost, or the other of the two was quicker. */
    private CallReply.Joined movedBefore(Asker asker, CallState call) {
        Ending end = call.end();
        if (end != null && end.reason() == EndReason.MOVED && end.movedTo() != null) {
            CallState now = calls.visible(asker, end.movedTo());
            CallRules.obeying(now, asker.accountId(), asker.connectionId());
            return calls.joined(asker, now);
        }
        throw new ServiceException(ErrorCode.CALL_ENDED, "The call is over");
    }

    private CallReply.Joined ring(Asker asker, CallState call, Set<UUID> added) {
        Membership membership = store.membership(call.conversationId(), asker.accountId())
                .orElseThrow(() -> new ServiceException(ErrorCode.CALL_NOT_FOUND, "The asker is no member any more"));
        if (!Set.copyOf(membership.others()).containsAll(added)) {
            throw new ServiceException(ErrorCode.MEMBER_NOT_FOUND, "Only members of the group can be added");
        }
        List<UUID> callees = added.stream()
                .filter(callee -> !membership.blockers().contains(callee))
                .toList();
        CallStore.Changed changed = store.change(call.id(), (before, facts) -> {
            CallService.role(before, facts, asker);
            var ring = new CallChange.Ring(asker.accountId(), asker.connectionId(), callees, facts.busy(callees));
            return CallRules.apply(before, ring, calls.now());
        });
        return calls.joined(asker, aftermath.of(changed));
    }

    private CallReply.Joined move(Asker asker, CallState call, Set<UUID> added, String groupName) {
        List<UUID> two = call.parties().stream().map(Party::accountId).toList();
        added.removeAll(two);
        if (added.isEmpty()) {
            return calls.joined(asker, call);
        }
        if (two.size() + added.size() > Limits.CALL_PARTICIPANTS_MAX) {
            throw new ServiceException(
                    ErrorCode.CALL_FULL, "A call has at most " + Limits.CALL_PARTICIPANTS_MAX + " people in it");
        }
        calls.requireMedia();
        UUID groupId = makeGroup(
                asker,
                call,
                Stream.concat(two.stream(), added.stream())
                        .filter(account -> !account.equals(asker.accountId()))
                        .toList(),
                groupName);
        CallStore.Moved moved =
                store.move(call.id(), (from, facts) -> movedOn(asker, from, groupId, added, facts), calls.now());
        CallState goesOn = aftermath.began(moved.to());
        aftermath.of(moved.from());
        return calls.joined(asker, goesOn);
    }

    /** Its id comes from the call's, so that asking again, or both at once, makes one group. */
    private UUID makeGroup(Asker asker, CallState call, List<UUID> others, String name) {
        UUID groupId = UUID.nameUUIDFromBytes(("group of call " + call.id()).getBytes(StandardCharsets.UTF_8));
        try {
            conversations.createGroup(asker.accountId(), new CreateGroup(groupId, name, others));
        } catch (ServiceException refused) {
            throw refused.code() == ErrorCode.CONVERSATION_NOT_FOUND
                    ? new ServiceException(ErrorCode.CALL_ENDED, "The other one moves the call just now")
                    : refused;
        }
        return groupId;
    }

    private CallState movedOn(Asker asker, CallState from, UUID groupId, Set<UUID> added, CallFacts facts) {
        CallService.requireRunning(from);
        CallRules.obeying(from, asker.accountId(), asker.connectionId());
        List<UUID> callees = Stream.concat(
                        from.parties().stream().filter(Party::rings).map(Party::accountId), added.stream())
                .toList();
        return CallRules.movedOn(from, ids.next(), groupId, callees, facts.busy(callees), calls.now());
    }
}
