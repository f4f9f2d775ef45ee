package dev.chatcall.server.call;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A device with which somebody calls: a real socket, and the calls as it was told of them. */
public final class Phone implements AutoCloseable {
    public static final MediaState SOUND = new MediaState(true, false, false, false);

    private final TestPerson person;
    private final UUID endpointId;
    private final Map<UUID, Call> calls = new HashMap<>();
    private final List<ServerMessage> others = new ArrayList<>();
    private TestSocket socket;
    private int asked;

    private Phone(TestPerson person, UUID endpointId) {
        this.person = person;
        this.endpointId = endpointId;
        connect();
    }

    public static Phone of(TestPerson person) {
        return new Phone(person, UUID.randomUUID());
    }

    /** The same device, as it comes to another server. */
    public Phone at(TestPerson there) {
        return new Phone(there, endpointId);
    }

    private void connect() {
        socket = person.connectSilently();
        calls.clear();
        others.clear();
        socket.hello(0, 0, List.of()).forEach(this::heard);
    }

    /** The socket breaks, and nothing else. */
    public void disconnect() {
        socket.close();
    }

    /** The same device on a new socket, as after a reload of the page. */
    public void reconnect() {
        socket.close();
        connect();
    }

    public TestPerson person() {
        return person;
    }

    public UUID id() {
        return person.id();
    }

    public UUID endpointId() {
        return endpointId;
    }

    public TestSocket socket() {
        return socket;
    }

    public Call start(UUID conversationId) {
        return ((CallReply.Joined) ask(starting(UUID.randomUUID(), conversationId))).call();
    }

    public CallRequest starting(UUID callId, UUID conversationId) {
        return new CallRequest.StartCall(callId, conversationId, endpointId, false, SOUND);
    }

    public Call join(UUID callId) {
        return ((CallReply.Joined) ask(joining(callId))).call();
    }

    public CallRequest joining(UUID callId) {
        return new CallRequest.JoinCall(callId, endpointId, SOUND);
    }

    public void decline(UUID callId) {
        ask(new CallRequest.DeclineCall(callId));
    }

    public void leave(UUID callId) {
        ask(new CallRequest.LeaveCall(callId, null));
    }

    /** Asks, and takes the answer. */
    public CallReply ask(CallRequest request) {
        ServerMessage answer = answer(send(request));
        if (answer instanceof ServerMessage.CallReplied(String id, CallReply reply)) {
            return reply;
        }
        throw new AssertionError(request + " was answered with " + answer);
    }

    /** Asks for what must be refused. */
    public ErrorCode refused(CallRequest request) {
        return refusal(send(request));
    }

    /** @return the request id, for asking several things before any is answered */
    public String send(CallRequest request) {
        String requestId = "call " + ++asked;
        socket.send(new ClientMessage.AskCall(requestId, request));
        return requestId;
    }

    public ErrorCode refusal(String requestId) {
        ServerMessage answer = answer(requestId);
        if (answer instanceof ServerMessage.Error error) {
            return error.code();
        }
        throw new AssertionError("Not refused, but answered with " + answer);
    }

    public ServerMessage answer(String requestId) {
        return await(ServerMessage.class, message -> switch (message) {
            case ServerMessage.CallReplied reply -> reply.requestId().equals(requestId);
            case ServerMessage.Error error -> requestId.equals(error.requestId());
            default -> false;
        });
    }

    /** The call as this device knows it, once it is as wanted. */
    public Call sees(UUID callId, Predicate<Call> wanted) {
        while (!calls.containsKey(callId) || !wanted.test(calls.get(callId))) {
            try {
                heard(socket.next());
            } catch (AssertionError nothing) {
                throw new AssertionError("The call stays " + calls.get(callId), nothing);
            }
        }
        return calls.get(callId);
    }

    public Call seesRinging(UUID callId) {
        return sees(callId, call -> call.end() == null && stateOf(call, id()) == ParticipantState.RINGING);
    }

    public Call seesOver(UUID callId, EndReason reason) {
        return sees(callId, call -> call.end() != null && call.end().reason() == reason);
    }

    public Call seesState(UUID callId, UUID accountId, ParticipantState state) {
        return sees(callId, call -> stateOf(call, accountId) == state);
    }

    /** What it was told of the call last, after everything said so far was surely handled; null for nothing. */
    public Call knows(UUID callId) {
        socket.drain().forEach(this::heard);
        return calls.get(callId);
    }

    public <T extends CallEvent> T hears(Class<T> type) {
        return hears(type, any -> true);
    }

    public <T extends CallEvent> T hears(Class<T> type, Predicate<T> wanted) {
        return type.cast(await(
                        ServerMessage.CallHappened.class,
                        happened -> type.isInstance(happened.event()) && wanted.test(type.cast(happened.event())))
                .event());
    }

    /** The next frame of that kind, also one that came while something else was waited for. */
    public <T extends ServerMessage> T await(Class<T> type, Predicate<T> wanted) {
        for (Iterator<ServerMessage> each = others.iterator(); each.hasNext(); ) {
            ServerMessage message = each.next();
            if (type.isInstance(message) && wanted.test(type.cast(message))) {
                each.remove();
                return type.cast(message);
            }
        }
        while (true) {
            ServerMessage message = socket.next();
            if (type.isInstance(message) && wanted.test(type.cast(message))) {
                know(message);
                return type.cast(message);
            }
            heard(message);
        }
    }

    private void heard(ServerMessage message) {
        know(message);
        others.add(message);
    }

    private void know(ServerMessage message) {
        switch (message) {
            case ServerMessage.CallChanged(Call call) -> know(call);
            case ServerMessage.RunningCalls(List<Call> running) -> running.forEach(this::know);
            default -> {}
        }
    }

    private void know(Call call) {
        calls.merge(call.id(), call, (one, other) -> one.version() >= other.version() ? one : other);
    }

    public static ParticipantState stateOf(Call call, UUID accountId) {
        return participant(call, accountId).state();
    }

    public static CallParticipant participant(Call call, UUID accountId) {
        return call.participants().stream()
                .filter(each -> each.accountId().equals(accountId))
                .findFirst()
                .orElse(new CallParticipant(accountId, null, null, false, MediaState.NONE, List.of()));
    }

    @Override
    public void close() {
        socket.close();
    }
}
