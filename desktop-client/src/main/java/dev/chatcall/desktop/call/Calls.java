package dev.chatcall.desktop.call;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one account: which go on and which ring, and the one that this program is in. The media engine is made when a
 * call is at hand, not before. {@link CallActions} may be used from any thread; the rest on the loop.
 */
public final class Calls implements CallActions {
    /** {@code ApiException} codes of this device's own: there is no sound system, or no display to share. */
    public static final String SOUND_MISSING = "sound_missing";

    public static final String SCREEN_MISSING = "screen_missing";

    private final Loop loop;
    private final CallLine line;
    private final KeptJson memory;
    private final CallHistory history;
    private final Supplier<MediaEngine> makeMedia;
    private final Supplier<UUID> ids;
    private final Store<List<Call>> running = new Store<>(List.of());
    private final Store<List<Call>> incoming = new Store<>(List.of());
    private final Store<Optional<CurrentCall>> current = new Store<>(Optional.empty());
    private final Store<Devices> devices = new Store<>(Devices.NONE);
    private final List<Consumer<CallNotice>> listeners = new CopyOnWriteArrayList<>();
    private CallsState state = CallsState.none(null);
    private @Nullable CallEngine engine;
    private List<Subscription> following = List.of();
    private Subscription ringEnd = () -> {};

    /**
     * @param makeMedia called once a call is at hand, again after the account changed; must not block
     * @param ids new ids, in the order of time (UUIDv7)
     */
    public Calls(
            Loop loop,
            CallLine line,
            CallMemory memory,
            CallHistory history,
            Supplier<MediaEngine> makeMedia,
            Supplier<UUID> ids) {
        this.loop = loop;
        this.line = line;
        this.memory = new KeptJson(memory);
        this.history = history;
        this.makeMedia = makeMedia;
        this.ids = ids;
        devices.update(none -> new Devices(
                none.microphones(), none.cameras(), none.speakers(), this.memory.readDevices(), false, true, false));
    }

    /** Somebody is signed in. */
    public void begin(UUID accountId) {
        end();
        take(CallsState.none(accountId));
    }

    /** Nobody is, any more: leaves nothing open. */
    public void end() {
        close(CallEngine::close);
        take(CallsState.none(null));
    }

    /** The program ends. A call that it is in is kept for half a minute, for the next start to come back to. */
    public void stop() {
        close(CallEngine::suspend);
        take(CallsState.none(null));
    }

    /** What a check tries of calls. */
    public CallChecks checks() {
        return new CallChecks(loop, this::engine, ids);
    }

    /** A call goes on in this program. */
    public boolean inCall() {
        return current.get()
                .map(CurrentCall::phase)
                .filter(phase -> phase != CallPhase.ENDED)
                .isPresent();
    }

    /** Every frame of the line; those about calls are taken. */
    public void received(ServerMessage frame) {
        switch (frame) {
            case ServerMessage.Welcome welcome -> take(state.lineOpened());
            case ServerMessage.RunningCalls list -> take(state.listed(list.calls()));
            case ServerMessage.CallChanged changed -> changed(changed.call());
            default -> {}
        }
        if (engine != null) {
            engine.received(frame);
        }
        UUID accountId = state.accountId();
        if (frame instanceof ServerMessage.SyncDone && accountId != null && KeptCall.of(memory, accountId) != null) {
            engine();
        }
    }

    /** The network may have come back or become another. */
    public void networkChanged() {
        if (engine != null && engine.session() != null) {
            engine.session().networkChanged();
        }
    }

    @Override
    public Observable<List<Call>> running() {
        return running;
    }

    @Override
    public Observable<List<Call>> incoming() {
        return incoming;
    }

    @Override
    public Observable<Optional<CurrentCall>> current() {
        return current;
    }

    /** Who watches it has the devices looked for. */
    @Override
    public Observable<Devices> devices() {
        return new Observable<>() {
            @Override
            public Devices get() {
                return devices.get();
            }

            @Override
            public Subscription onChange(Consumer<? super Devices> listener) {
                Subscription listening = devices.onChange(listener);
                loop.execute(() -> {
                    if (state.accountId() != null) {
                        engine();
                    }
                });
                return listening;
            }
        };
    }

    @Override
    public Subscription onNotice(Consumer<CallNotice> listener) {
        Consumer<CallNotice> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    @Override
    public CompletableFuture<Void> start(UUID conversationId, MediaChoice choice) {
        return act(held -> held.start(conversationId, choice));
    }

    @Override
    public CompletableFuture<Void> join(UUID callId, MediaChoice choice) {
        return act(held -> held.join(callId, choice));
    }

    @Override
    public CompletableFuture<Void> decline(UUID callId) {
        return act(held -> held.decline(callId));
    }

    @Override
    public CompletableFuture<Void> leave() {
        return act(CallEngine::leave);
    }

    @Override
    public CompletableFuture<Void> endForAll() {
        return inSession(CallSession::endForAll);
    }

    @Override
    public CompletableFuture<Void> add(List<UUID> accountIds, String groupName) {
        return inSession(session -> session.add(List.copyOf(accountIds), groupName));
    }

    @Override
    public CompletableFuture<Void> setMicrophone(boolean on) {
        return act(held -> held.setMicrophone(on));
    }

    @Override
    public CompletableFuture<Void> setCamera(boolean on) {
        return act(held -> held.setCamera(on));
    }

    @Override
    public CompletableFuture<Void> setScreen(boolean on) {
        return act(held -> held.setScreen(on));
    }

    @Override
    public void setHand(boolean raised) {
        withSession(session -> session.setHand(raised));
    }

    @Override
    public void react(String emoji) {
        loop.execute(() -> {
            if (engine != null) {
                engine.react(emoji);
            }
        });
    }

    @Override
    public void setTileSize(String tileId, int width) {
        withSession(session -> session.setTileSize(tileId, width));
    }

    @Override
    public CompletableFuture<Void> choose(DeviceChoice choice) {
        return act(held -> held.choose(choice));
    }

    @Override
    public Preview preview(MediaChoice choice) {
        return new LaterPreview(loop, this::engine, choice);
    }

    @Override
    public CompletableFuture<CallPage> history(@Nullable UUID before) {
        CompletableFuture<CallPage> page = new CompletableFuture<>();
        loop.execute(() -> history.before(before).whenComplete((found, failure) -> settle(page, found, failure)));
        return page;
    }

    private void changed(Call call) {
        CallNotice notice = state.noticeOf(call);
        take(state.changed(call));
        if (notice != null) {
            notify(notice);
        }
    }

    private void take(CallsState next) {
        state = next;
        running.set(List.copyOf(next.calls().values()));
        watchRings();
    }

    /** Gets the engine while it rings, and ends rings that the server could not end. */
    private void watchRings() {
        ringEnd.close();
        List<Call> rings = state.incoming(serverTime());
        if (!rings.isEmpty()) {
            engine();
        }
        incoming.set(rings);
        OptionalLong end = CallsState.nextRingEnd(rings);
        if (end.isPresent()) {
            Duration left = Duration.ofMillis(Math.max(end.getAsLong() - serverTime(), 0));
            ringEnd = loop.after(left, this::watchRings);
        }
    }

    private long serverTime() {
        return loop.now() + line.clockOffset();
    }

    private void notify(CallNotice notice) {
        listeners.forEach(listener -> listener.accept(notice));
    }

    private CallEngine engine() {
        UUID accountId = state.accountId();
        if (accountId == null) {
            throw new ApiException(ErrorCode.AUTH_REQUIRED.code());
        }
        CallEngine held = engine;
        if (held != null) {
            return held;
        }
        CallEngine made = new CallEngine(new CallContext(
                loop,
                line,
                makeMedia.get(),
                memory,
                ids,
                accountId,
                running,
                incoming,
                this::dismiss,
                call -> changed(call),
                this::notify));
        engine = made;
        following = List.of(made.current().watch(current::set), made.devices().watch(devices::set));
        return made;
    }

    private Runnable dismiss(UUID callId) {
        take(state.dismissed(callId));
        return () -> take(state.undismissed(callId));
    }

    private void close(Consumer<CallEngine> how) {
        ringEnd.close();
        following.forEach(Subscription::close);
        following = List.of();
        CallEngine held = engine;
        engine = null;
        if (held != null) {
            how.accept(held);
        }
        current.set(Optional.empty());
    }

    private CompletableFuture<Void> act(Function<CallEngine, CompletableFuture<Void>> action) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                action.apply(engine()).whenComplete((done, failure) -> settle(result, done, failure));
            } catch (RuntimeException e) {
                result.completeExceptionally(told(e));
            }
        });
        return result;
    }

    private CompletableFuture<Void> inSession(Function<CallSession, CompletableFuture<Void>> action) {
        return act(held -> {
            CallSession session = held.session();
            return session == null ? CompletableFuture.completedFuture(null) : action.apply(session);
        });
    }

    private void withSession(Consumer<CallSession> action) {
        loop.execute(() -> {
            if (engine != null && engine.session() != null) {
                action.accept(engine.session());
            }
        });
    }

    private static <T> void settle(CompletableFuture<T> result, T value, @Nullable Throwable failure) {
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(told(failure));
        }
    }

    /** What the screens are told of a failure. */
    private static ApiException told(Throwable failure) {
        Throwable cause = Failures.causeOf(failure);
        if (cause instanceof ApiException api) {
            return api;
        }
        return new ApiException(cause instanceof MediaException ? SCREEN_MISSING : ApiException.UNEXPECTED);
    }
}
