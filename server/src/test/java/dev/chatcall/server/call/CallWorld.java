package dev.chatcall.server.call;

import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.Track;
import dev.chatcall.protocol.call.TrackSource;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.server.error.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the service and the database do around the rules, in memory: look, decide, keep, and let time be swept. */
final class CallWorld {
    private static final UUID TALK = new UUID(9, 1);
    private static final UUID GROUP = new UUID(9, 2);

    private final List<UUID> people =
            IntStream.range(0, 4).mapToObj(i -> new UUID(1, i)).toList();
    private final UUID[][] connections = new UUID[4][2];
    private final List<CallState> calls = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int ids;

    CallWorld() {
        for (UUID[] devices : connections) {
            devices[0] = next();
            devices[1] = next();
        }
    }

    List<UUID> people() {
        return people;
    }

    List<CallState> calls() {
        return List.copyOf(calls);
    }

    Instant now() {
        return now;
    }

    private UUID next() {
        return new UUID(2, ids++);
    }

    private Device device(int person, int device) {
        return new Device(people.get(person), new UUID(3, person * 2L + device), connections[person][device]);
    }

    /** What is refused changes nothing. */
    void take(CallRulesPropertyTest.Step step) {
        try {
            act(step);
        } catch (ServiceException refused) {
            // As a client would be told.
        }
    }

    private void act(CallRulesPropertyTest.Step step) {
        UUID conversation = step.inGroup() ? GROUP : TALK;
        Device device = device(step.person(), step.device());
        UUID account = device.accountId();
        MediaState media = new MediaState(step.other() > 1, step.other() > 2, false, false);
        switch (step.deed()) {
            case START -> start(conversation, device, media);
            case JOIN -> latest(conversation).ifPresent(call -> join(call, device, media));
            case SIT_DOWN_ON_ANOTHERS -> {
                UUID endpoint = device(step.other(), step.device()).endpointId();
                Device thief = new Device(account, endpoint, device.connectionId());
                latest(conversation).ifPresent(call -> join(call, thief, media));
            }
            case DECLINE -> change(conversation, new CallChange.Decline(account));
            case LEAVE -> change(conversation, new CallChange.Leave(account, device.connectionId()));
            case END -> change(conversation, new CallChange.End(account, false));
            case END_AS_ADMINISTRATOR -> change(conversation, new CallChange.End(account, true));
            case ADD -> add(conversation, device, people.get(step.other()));
            case SET_MEDIA -> change(conversation, new CallChange.SetMedia(device, media));
            case USE_MEDIA_SERVICE ->
                change(conversation, new CallChange.UseMediaService(account, device.connectionId()));
            case SEND ->
                change(
                        conversation,
                        new CallChange.AddTrack(device, new Track(new UUID(4, step.other()), TrackSource.CAMERA)));
            case SEND_NO_MORE -> change(conversation, new CallChange.RemoveTrack(device, new UUID(4, step.other())));
            case BEGIN_ANEW -> change(conversation, new CallChange.ClearTracks(device));
            case LOSE_ROOM -> change(conversation, new CallChange.LoseRoom());
            case DISCONNECT -> disconnect(step.person(), step.device());
            case RECONNECT -> {
                disconnect(step.person(), step.device());
                running(conversation).ifPresent(call -> join(call, device(step.person(), step.device()), media));
            }
            case REMOVE -> change(conversation, new CallChange.Remove(account));
            case WAIT_A_MOMENT, WAIT_LONG -> pass(CallRulesPropertyTest.wait(step.deed()));
        }
    }

    private void start(UUID conversation, Device device, MediaState media) {
        if (conversation.equals(TALK) && people.indexOf(device.accountId()) > 1) {
            return;
        }
        Optional<CallState> running = running(conversation);
        if (running.isPresent()) {
            join(running.get(), device, media);
            return;
        }
        if (isIn(call -> true, device.accountId())) {
            return;
        }
        List<UUID> callees = people.stream()
                .limit(conversation.equals(TALK) ? 2 : 4)
                .filter(person -> !person.equals(device.accountId()))
                .toList();
        ConversationKind kind = conversation.equals(TALK) ? ConversationKind.DIRECT : ConversationKind.GROUP;
        CallState call = CallRules.begin(
                new CallRules.Beginning(next(), conversation, kind, device, false), media, callees, busy(callees), now);
        calls.add(call);
        occupy(device.accountId(), call.id());
    }

    private void join(CallState call, Device device, MediaState media) {
        boolean elsewhere = isIn(other -> !other.id().equals(call.id()), device.accountId());
        keep(CallRules.apply(call, new CallChange.Join(device, media, elsewhere), now));
        occupy(device.accountId(), call.id());
    }

    /** Rings no more wherever else it rang. */
    private void occupy(UUID account, UUID joined) {
        for (CallState call : calls()) {
            if (!call.id().equals(joined) && isIn(other -> other.id().equals(joined), account)) {
                keep(CallRules.apply(call, new CallChange.Occupy(account), now));
            }
        }
    }

    private void add(UUID conversation, Device device, UUID other) {
        CallState call = running(conversation).orElse(null);
        if (call == null) {
            return;
        }
        if (conversation.equals(GROUP)) {
            keep(CallRules.apply(
                    call,
                    new CallChange.Ring(
                            device.accountId(), device.connectionId(), List.of(other), busy(List.of(other))),
                    now));
        } else if (people.indexOf(other) > 1) {
            CallRules.obeying(call, device.accountId(), device.connectionId());
            move(call, other);
        }
    }

    /** Each time into another new group. */
    private void move(CallState from, UUID third) {
        List<UUID> callees = new ArrayList<>(from.parties().stream()
                .filter(Party::rings)
                .map(Party::accountId)
                .toList());
        callees.add(third);
        CallState to = CallRules.movedOn(from, next(), next(), callees, busy(callees), now);
        keep(CallRules.apply(from, new CallChange.Move(to.id()), now));
        calls.add(to);
    }

    private void change(UUID conversation, CallChange change) {
        latest(conversation).ifPresent(call -> keep(CallRules.apply(call, change, now)));
    }

    /** The last call there was: what is asked may come too late. */
    private Optional<CallState> latest(UUID conversation) {
        return calls.reversed().stream()
                .filter(call -> call.conversationId().equals(conversation))
                .findFirst();
    }

    private void disconnect(int person, int device) {
        UUID lost = connections[person][device];
        connections[person][device] = next();
        calls().forEach(call -> keep(CallRules.apply(call, new CallChange.Disconnect(lost), now)));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        calls().forEach(call -> keep(CallRules.apply(call, new CallChange.Pass(), now)));
    }

    /** All sockets break, and nobody comes back. */
    void everybodyIsGone() {
        for (int person = 0; person < 4; person++) {
            disconnect(person, 0);
            disconnect(person, 1);
        }
        pass(CallState.AWAY);
        pass(CallState.RING);
    }

    private Optional<CallState> running(UUID conversation) {
        return calls.stream()
                .filter(call -> !call.ended() && call.conversationId().equals(conversation))
                .findFirst();
    }

    private Set<UUID> busy(Collection<UUID> accounts) {
        return accounts.stream().filter(account -> isIn(call -> true, account)).collect(Collectors.toSet());
    }

    private boolean isIn(Predicate<CallState> which, UUID account) {
        return calls.stream()
                .filter(which)
                .anyMatch(call -> call.party(account).filter(Party::isIn).isPresent());
    }

    private void keep(CallState call) {
        calls.replaceAll(old -> old.id().equals(call.id()) ? call : old);
    }
}
