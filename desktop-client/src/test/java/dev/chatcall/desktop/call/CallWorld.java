package dev.chatcall.desktop.call;

import static dev.chatcall.desktop.call.TestCalls.ME;

import dev.chatcall.desktop.media.Air;
import dev.chatcall.desktop.media.FakeEngine;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.testing.FakeLoop;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEnd;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One program's calls, with a server that says yes, unless the test says otherwise. */
final class CallWorld implements CallLine {
    final FakeLoop loop = new FakeLoop();
    final Air air = new Air();
    final FakeEngine engine = new FakeEngine(loop, air);
    final List<CallRequest> asked = new ArrayList<>();
    final List<CallNotice> notices = new ArrayList<>();
    final Map<UUID, Call> known = new LinkedHashMap<>();
    final Map<String, String> kept;
    final Calls calls;
    /** Why a request is refused; null: it is not. */
    Function<CallRequest, @Nullable ErrorCode> refuse = request -> null;
    /** How a call ends at once that is started; null: it rings. */
    @Nullable
    CallEnd endAtOnce;

    private final Store<Boolean> live = new Store<>(true);
    private final long startedAt = loop.now();
    private int ids;

    CallWorld() {
        this(new HashMap<>());
    }

    /** @param kept what a program before kept on this device */
    CallWorld(Map<String, String> kept) {
        this.kept = kept;
        CallMemory memory = new CallMemory() {
            @Override
            public @Nullable String read(String key) {
                return kept.get(key);
            }

            @Override
            public void write(String key, @Nullable String value) {
                if (value == null) {
                    kept.remove(key);
                } else {
                    kept.put(key, value);
                }
            }
        };
        int series = kept.size() + 1;
        calls = new Calls(
                loop,
                this,
                memory,
                before -> CompletableFuture.failedFuture(new IllegalStateException()),
                () -> engine,
                () -> new UUID(100 + series, ++ids));
        calls.onNotice(notices::add);
        calls.begin(ME);
    }

    @Override
    public Observable<Boolean> live() {
        return live;
    }

    @Override
    public long clockOffset() {
        // The calls of the tests began at the server's second one.
        return 1_000 - startedAt;
    }

    @Override
    public boolean send(ClientMessage message) {
        if (!live.get() || !(message instanceof ClientMessage.AskCall(String id, CallRequest request))) {
            return false;
        }
        asked.add(request);
        loop.execute(() -> answer(id, request));
        return true;
    }

    <R extends CallRequest> List<R> of(Class<R> type) {
        return asked.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Optional<CurrentCall> current() {
        return calls.current().get();
    }

    CurrentCall call() {
        return current().orElseThrow();
    }

    List<UUID> incoming() {
        return calls.incoming().get().stream().map(Call::id).toList();
    }

    void pass(int milliseconds) {
        loop.pass(Duration.ofMillis(milliseconds));
    }

    void tell(Call call) {
        known.put(call.id(), call);
        calls.received(new ServerMessage.CallChanged(call));
    }

    /** The call changes on the server, and is told. */
    void change(UUID id, Function<TestCalls, TestCalls> change) {
        tell(change.apply(testCall(id)).call());
    }

    void happens(UUID callId, CallEvent event) {
        calls.received(new ServerMessage.CallHappened(callId, event));
    }

    void lose() {
        live.set(false);
    }

    void comeBack() {
        calls.received(new ServerMessage.Welcome(1, "test", List.of(), ME, new UUID(6, 6), 0));
        calls.received(new ServerMessage.RunningCalls(
                known.values().stream().filter(call -> call.end() == null).toList()));
        live.set(true);
        calls.received(new ServerMessage.SyncDone());
    }

    private TestCalls testCall(UUID id) {
        Call call = Objects.requireNonNull(known.get(id));
        return new TestCalls(
                call.id(),
                call.conversationId(),
                call.version() + 1,
                call.startedBy(),
                call.route(),
                call.answeredAt(),
                call.end(),
                call.participants());
    }

    private void answer(String id, CallRequest request) {
        ErrorCode refusal = refuse.apply(request);
        if (refusal != null) {
            calls.received(new ServerMessage.Error(id, refusal, "", null));
            return;
        }
        CallReply reply = switch (request) {
            case CallRequest.StartCall start -> joined(started(start));
            case CallRequest.JoinCall join -> joined(entered(join.callId(), join.endpointId(), join.media()));
            case CallRequest.GetIceServers get -> new CallReply.IceServers(List.of());
            default -> new CallReply.Done();
        };
        calls.received(new ServerMessage.CallReplied(id, reply));
    }

    private CallReply joined(Call call) {
        known.put(call.id(), call);
        return new CallReply.Joined(call, List.of());
    }

    private Call started(CallRequest.StartCall start) {
        TestCalls made = TestCalls.ringing()
                .id(start.callId())
                .in(start.conversationId())
                .startedBy(ME)
                .with(
                        new CallParticipant(
                                ME, ParticipantState.JOINED, start.endpointId(), true, start.media(), List.of()),
                        TestCalls.of(TestCalls.ANN, ParticipantState.RINGING));
        return (endAtOnce == null ? made : made.end(endAtOnce)).call();
    }

    private Call entered(UUID callId, UUID endpointId, MediaState media) {
        CallParticipant me = new CallParticipant(ME, ParticipantState.JOINED, endpointId, true, media, List.of());
        List<CallParticipant> all = new ArrayList<>();
        testCall(callId).participants().forEach(each -> all.add(each.accountId().equals(ME) ? me : each));
        return testCall(callId)
                .answered()
                .with(all.toArray(CallParticipant[]::new))
                .call();
    }
}
