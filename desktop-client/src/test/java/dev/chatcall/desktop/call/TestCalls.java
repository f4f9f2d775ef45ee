package dev.chatcall.desktop.call;

import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEnd;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls for tests: whole, and easy to change. */
record TestCalls(
        UUID id,
        UUID conversationId,
        long version,
        UUID startedBy,
        CallRoute route,
        @Nullable Long answeredAt,
        @Nullable CallEnd end,
        List<CallParticipant> participants) {
    static final MediaState TALKING = new MediaState(true, false, false, false);
    static final UUID CALL = new UUID(9, 1);
    static final UUID CONVERSATION = new UUID(8, 1);
    static final UUID ANN = new UUID(0, 1);
    static final UUID ANNS_DEVICE = new UUID(1, 1);
    static final UUID ME = new UUID(0, 5);

    /** A direct call that Ann makes to me, and that rings. */
    static TestCalls ringing() {
        return new TestCalls(
                CALL,
                CONVERSATION,
                1,
                ANN,
                CallRoute.DIRECT,
                null,
                null,
                List.of(joined(ANN, ANNS_DEVICE), of(ME, ParticipantState.RINGING)));
    }

    /** Of two who are in it. */
    static Call direct(UUID one, UUID device, UUID other, UUID othersDevice) {
        return new TestCalls(
                        CALL,
                        CONVERSATION,
                        2,
                        one,
                        CallRoute.DIRECT,
                        1L,
                        null,
                        List.of(joined(one, device), joined(other, othersDevice)))
                .call();
    }

    static CallParticipant joined(UUID account, UUID endpoint) {
        return new CallParticipant(account, ParticipantState.JOINED, endpoint, true, TALKING, List.of());
    }

    static CallParticipant of(UUID account, ParticipantState state) {
        return new CallParticipant(account, state, null, false, MediaState.NONE, List.of());
    }

    TestCalls id(UUID other) {
        return new TestCalls(other, conversationId, version, startedBy, route, answeredAt, end, participants);
    }

    TestCalls in(UUID conversation) {
        return new TestCalls(id, conversation, version, startedBy, route, answeredAt, end, participants);
    }

    TestCalls version(long next) {
        return new TestCalls(id, conversationId, next, startedBy, route, answeredAt, end, participants);
    }

    TestCalls route(CallRoute other) {
        return new TestCalls(id, conversationId, version, startedBy, other, answeredAt, end, participants);
    }

    TestCalls answered() {
        return new TestCalls(id, conversationId, version, startedBy, route, 1L, end, participants);
    }

    TestCalls startedBy(UUID caller) {
        return new TestCalls(id, conversationId, version, caller, route, answeredAt, end, participants);
    }

    TestCalls end(CallEnd how) {
        return new TestCalls(id, conversationId, version, startedBy, route, answeredAt, how, participants);
    }

    TestCalls with(CallParticipant... who) {
        return new TestCalls(id, conversationId, version, startedBy, route, answeredAt, end, List.of(who));
    }

    Call call() {
        return new Call(
                id, conversationId, version, startedBy, false, route, 1_000, 46_000L, answeredAt, end, participants);
    }
}
